using System;
using Koekata.Receiving;
using NUnit.Framework;

namespace Koekata.Tests
{
    /// <summary>Key files.</summary>
    [TestFixture]
    public sealed class CurveCertificateTests
    {
        const string Public = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID";
        const string Secret = "D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs";

        [Test]
        public void KeysAreReadFromTheTextThatPyzmqWrites()
        {
            CurveCertificate read = CurveCertificate.Read(
                "#   ZeroMQ CURVE **Secret** Certificate\n\nmetadata\ncurve\n    public-key = \"" + Public + "\"\n    secret-key = \"" + Secret + "\"\n");
            Assert.That(read.PublicKey, Is.EqualTo(Public));
            Assert.That(read.SecretKey, Is.EqualTo(Secret));
        }

        [TestCase("")]
        [TestCase("public-key = \"short\"")]
        [TestCase("secret-key = \"" + Secret + "\"")]
        public void WhatIsNoCertificateIsRefused(string text)
        {
            Assert.Throws<FormatException>(() => CurveCertificate.Read(text));
        }
    }
}

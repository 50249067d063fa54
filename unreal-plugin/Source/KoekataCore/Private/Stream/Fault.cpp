#include "Koekata/Stream/Fault.h"

namespace Koekata
{
namespace
{
struct FFaultText
{
	const char* Code;
	const char* Text;
	const char* Remedy;
};

constexpr const char* Sender = "Something else than Koekata may be sending to this address.";
constexpr const char* Versions = "Bring the sender and the plugin to the same version of Koekata.";

constexpr FFaultText Texts[StreamFaults] = {
	{"", "nothing is wrong", ""},
	{"too-large", "the message is longer than allowed", Sender},
	{"malformed", "the message is not whole and within the limits", Sender},
	{"version", "the sender speaks another version of the stream", Versions},
	{"missing-key", "a required key is missing", Versions},
	{"wrong-type", "a value has another type than wanted", Versions},
	{"not-finite", "a number is NaN or infinite", Sender},
	{"out-of-range", "a value is outside its limits", Versions},
	{"length", "a list has another length than wanted", Versions},
	{"duplicate", "a layout names a channel twice", Versions},
	{"topic", "the topic is not that of the message", Sender},
	{"parts", "a message has not two parts", Sender},
};
} // namespace

const char* FaultCode(EStreamFault Fault)
{
	return Texts[static_cast<size_t>(Fault)].Code;
}

std::string FaultMessage(EStreamFault Fault, const char* Key)
{
	const FFaultText& Found = Texts[static_cast<size_t>(Fault)];
	std::string Text = std::string("A message is dropped (") + Found.Code + "): " + Found.Text;
	if (Key != nullptr && Key[0] != '\0')
	{
		Text += std::string(", at '") + Key + "'";
	}
	return Text + ". " + Found.Remedy + " Further ones are only counted.";
}
} // namespace Koekata

namespace Koekata.Mapping.Tests
{
    /// <summary>Tables that several tests use.</summary>
    internal static class Tables
    {
        /// <summary>Something of every section.</summary>
        internal const string Whole = @"{
            ""version"": 1,
            ""inputs"": [{""id"": ""ears""}],
            ""eyes"": {""glasses"": {}, ""far_eye"": {}, ""wink"": {}, ""link"": 0.5, ""gaze"": {}, ""gaze_hold"": {}},
            ""signals"": [{""id"": ""anger"", ""from"": [""browDownLeft"", ""browDownRight""], ""op"": ""average""}],
            ""conditions"": [
                {""id"": ""angry"", ""when"": ""anger"", ""fade"": 0.2, ""suppress"": ""mouth"", ""set"": {""Angry"": 1}},
                {""id"": ""wave"", ""trigger"": true, ""duration"": 0.5, ""fade"": 0.1, ""set"": {""Wave"": 0.7}}
            ],
            ""targets"": [
                {""id"": ""Happy"", ""kind"": ""expression"", ""override_mouth"": ""blend"", ""combine"": ""max""},
                {""id"": ""aa"", ""kind"": ""expression"", ""region"": ""mouth""},
                {""id"": ""Sheet"", ""kind"": ""sprite"", ""count"": 3},
                {""id"": ""Ding"", ""kind"": ""event"", ""off"": 0.4}
            ],
            ""rows"": [
                {""id"": ""open"", ""from"": ""jawOpen"", ""to"": ""aa"", ""curve"": [[0, 0], [0.4, 0.6, 1], [1, 1]]},
                {""id"": ""smile"", ""from"": [""mouthSmileLeft"", ""mouthSmileRight""], ""op"": ""max"", ""to"": ""Happy""},
                {""id"": ""blink"", ""from"": ""eyeBlinkLeft"", ""to"": ""Blink"", ""unless"": ""wave""},
                {""id"": ""squint"", ""from"": ""eyeSquintLeft"", ""to"": ""Squint"", ""dead_zone"": 0.1},
                {""id"": ""puff"", ""from"": ""cheekPuff"", ""to"": ""Ding""},
                {""id"": ""ears"", ""from"": ""ears"", ""to"": ""Ears""}
            ],
            ""switches"": [{""id"": ""mouth"", ""choices"": [
                {""id"": ""shut"", ""offset"": 0.3, ""set"": {""Sheet"": 0}},
                {""id"": ""open"", ""from"": ""jawOpen"", ""set"": {""Sheet"": 1}}
            ]}],
            ""groups"": [{""id"": ""lids"", ""members"": [{""target"": ""Blink"", ""priority"": 1}, ""Squint""]}],
            ""regions"": [{""id"": ""mouth"", ""attack"": 0.02, ""release"": 0.05, ""snap"": [0, 0.5, 1], ""hold_frames"": 2}],
            ""lost"": {""to"": ""idle""}
        }";

        /// <summary>One row from jawOpen to x.</summary>
        internal static string Row(string more)
        {
            return @"{""version"": 1, ""rows"": [{""id"": ""r"", ""from"": ""jawOpen"", ""to"": ""x""" + more + "}]}";
        }
    }
}

using System.Collections.Generic;
using System.Linq;

namespace Koekata.Editing.Runner
{
    /// <summary>Drafts a table for a model: `draft DATA`.</summary>
    internal static class Drafting
    {
        internal static JsonValue Answer(string[] arguments, JsonValue request)
        {
            TableDraft draft = TableDraft.Make(Model(request), new FolderData(arguments[1]), request["accept"].AsNumber);
            JsonValue answer = JsonValue.NewObject();
            answer["text"] = JsonValue.Of(draft.Text);
            answer["conventions"] = JsonValue.Of(draft.Choice.Conventions);
            answer["mapped"] = List(draft.Choice.Driven.Select(Mapped));
            answer["doubtful"] = List(draft.Choice.Doubtful.Select(Guessed));
            answer["left_out"] = List(draft.Choice.LeftOut.Select(left => JsonValue.Of(new[] { left.Key, left.Value })));
            answer["unmapped"] = List(draft.Choice.Unmapped.Select(guess => JsonValue.Of(new[] { guess.Name, guess.Why })));
            answer["dead_channels"] = JsonValue.Of(draft.Coverage.Dead);
            JsonValue inputs = JsonValue.NewObject();
            foreach (KeyValuePair<string, IList<string>> target in draft.Coverage.Inputs)
                inputs[target.Key] = JsonValue.Of(target.Value);
            answer["inputs"] = inputs;
            return answer;
        }

        static ModelNames Model(JsonValue request)
        {
            var model = new ModelNames(request["file"].AsText, request["form"].AsText);
            foreach (JsonValue morph in request["morphs"].Items)
            {
                ModelShape shape = ModelShape.Morph(morph["name"].AsText);
                shape.Meshes.AddRange(morph["meshes"].Items.Select(mesh => mesh.AsText));
                shape.Alias = morph["alias"].AsText;
                shape.Panel = morph["panel"].AsText;
                model.Morphs.Add(shape);
            }
            model.Expressions.AddRange(request["expressions"].Items.Select(Expression));
            return model;
        }

        static ModelShape Expression(JsonValue entry)
        {
            ModelShape shape = ModelShape.Expression(entry["name"].AsText);
            shape.Preset = entry["preset"].AsFlag;
            shape.Binary = entry["binary"].AsFlag;
            shape.Empty = entry["empty"].AsFlag;
            shape.Moves.AddRange(entry["moves"].Items.Select(name => name.AsText));
            foreach (JsonValue over in entry["overrides"].Items)
                shape.Overrides.Add(new KeyValuePair<string, string>(over.Items[0].AsText, over.Items[1].AsText));
            return shape;
        }

        static JsonValue Mapped(Driven entry)
        {
            JsonValue found = Guessed(entry.Guess);
            found["shape"] = JsonValue.Of(entry.Shape.Name);
            found["preset"] = JsonValue.Of(entry.Preset);
            found["is"] = JsonValue.Of(entry.Meaning);
            return found;
        }

        static JsonValue Guessed(Guess guess)
        {
            JsonValue found = JsonValue.NewObject();
            found["name"] = JsonValue.Of(guess.Name);
            found["meaning"] = JsonValue.Of(guess.Meaning);
            found["score"] = JsonValue.Of(guess.Score);
            found["why"] = JsonValue.Of(guess.Why);
            return found;
        }

        static JsonValue List(IEnumerable<JsonValue> entries)
        {
            JsonValue found = JsonValue.NewList();
            found.Items.AddRange(entries);
            return found;
        }
    }
}

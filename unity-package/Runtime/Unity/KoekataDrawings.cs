using System;
using System.Collections.Generic;
using Koekata.Binding;
using UnityEngine;

namespace Koekata
{
    /// <summary>Drawings of which one is shown: a mouth, an eye. A target of the kind `sprite` drives it by its name.</summary>
    [AddComponentMenu("Koekata/Koekata Drawings")]
    [KoekataHelp("drawings")]
    public sealed class KoekataDrawings : MonoBehaviour
    {
        [SerializeField, Tooltip("The name that the table calls it by. Empty: the name of this object.")]
        string drawingName = "";

        [SerializeField] DrawingKind kind = DrawingKind.Sprites;

        [SerializeField, Tooltip("Shows the sprites.")]
        SpriteRenderer spriteRenderer;

        [SerializeField] Sprite[] sprites = new Sprite[0];

        [SerializeField, Tooltip("Has the material of the sheet or the textures.")]
        Renderer sheetRenderer;

        [SerializeField, Min(0), Tooltip("The place of the material in that renderer.")]
        int materialPlace;

        [SerializeField, Tooltip("The texture's property. Empty: the main texture.")]
        string textureProperty = "";

        [SerializeField, Min(1)] int columns = 4;
        [SerializeField, Min(1)] int rows = 1;
        [SerializeField] Texture2D[] textures = new Texture2D[0];

        readonly List<Material> materials = new List<Material>();
        [NonSerialized] MaterialPropertyBlock block;
        [NonSerialized] Material resolved;
        [NonSerialized] Sprite before;
        [NonSerialized] int shown = -1, texture, scaleAndOffset;

        /// <summary>The name that tables call it by.</summary>
        public string Name
        {
            get { return string.IsNullOrEmpty(drawingName) ? name : drawingName; }
        }

        /// <summary>How many drawings there are.</summary>
        public int Count
        {
            get { return kind == DrawingKind.Sprites ? sprites.Length : kind == DrawingKind.Sheet ? columns * rows : textures.Length; }
        }

        /// <summary>The drawing that is shown; -1 for the one of the scene.</summary>
        public int Shown
        {
            get { return shown; }
        }

        /// <summary>Shows a drawing; the nearest one where there is none of that number.</summary>
        public void Show(int index)
        {
            index = Mathf.Clamp(index, 0, Count - 1);
            if (index < 0 || index == shown)
                return;
            if (kind == DrawingKind.Sprites)
                ShowSprite(index);
            else
                ShowPart(index);
        }

        /// <summary>Shows again what stands in the scene.</summary>
        public void Restore()
        {
            if (shown < 0)
                return;
            shown = -1;
            if (kind == DrawingKind.Sprites && spriteRenderer)
                spriteRenderer.sprite = before;
            else if (sheetRenderer)
                sheetRenderer.SetPropertyBlock(null, materialPlace);
        }

        void OnDisable()
        {
            Restore();
        }

        void OnValidate()
        {
            resolved = null;
        }

        void ShowSprite(int index)
        {
            if (!spriteRenderer)
                return;
            if (shown < 0)
                before = spriteRenderer.sprite;
            spriteRenderer.sprite = sprites[index];
            shown = index;
        }

        void ShowPart(int index)
        {
            if (!Resolve())
                return;
            MaterialBlocks.Read(sheetRenderer, materialPlace, block);
            if (kind == DrawingKind.Textures && textures[index])
                block.SetTexture(texture, textures[index]);
            else if (kind == DrawingKind.Sheet)
                block.SetVector(scaleAndOffset, Cell(index));
            sheetRenderer.SetPropertyBlock(block, materialPlace);
            shown = index;
        }

        /// <summary>Looks the texture's property up where the material is another one; false where there is none.</summary>
        bool Resolve()
        {
            if (sheetRenderer)
                sheetRenderer.GetSharedMaterials(materials);
            Material material = sheetRenderer && materialPlace < materials.Count ? materials[materialPlace] : null;
            if (!material || material == resolved)
                return material;
            resolved = material;
            block = block ?? new MaterialPropertyBlock();
            string property = string.IsNullOrEmpty(textureProperty) ? MaterialProperties.MainTexture(material) : textureProperty;
            texture = Shader.PropertyToID(property);
            scaleAndOffset = Shader.PropertyToID(property + "_ST");
            return true;
        }

        Vector4 Cell(int index)
        {
            double width, height, u, v;
            SheetCell.Of(index, columns, rows, out width, out height, out u, out v);
            return new Vector4((float)width, (float)height, (float)u, (float)v);
        }
    }
}

using System.Collections.Generic;
using UnityEditor;
using UnityEditor.UIElements;
using UnityEngine;
using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>The Koekata window: what comes in, why shapes move, the table, a draft of one, and recording.</summary>
    [KoekataHelp("window")]
    public sealed class KoekataWindow : EditorWindow
    {
        const long TickMilliseconds = 66;

        [SerializeField] KoekataFace face;
        [SerializeField] MappingSession session;
        [SerializeField] int open;

        readonly List<VisualElement> views = new List<VisualElement>();
        readonly List<Button> tabs = new List<Button>();
        WindowContext context;
        ObjectField chosen;

        /// <summary>Opens the window, or brings it to the front.</summary>
        [MenuItem("Window/Koekata")]
        public static void Open()
        {
            GetWindow<KoekataWindow>("Koekata").minSize = new Vector2(560f, 320f);
        }

        /// <summary>Opens the window with a face.</summary>
        public static void Open(KoekataFace face)
        {
            Open();
            GetWindow<KoekataWindow>("Koekata").Choose(face);
        }

        /// <summary>The face that the window looks at; null without one.</summary>
        public static KoekataFace CurrentFace
        {
            get
            {
                // GetWindow would take the keyboard.
                KoekataWindow[] windows = Resources.FindObjectsOfTypeAll<KoekataWindow>();
                return windows.Length > 0 ? windows[0].face : null;
            }
        }

        // Unity calls this when the window opens, and anew after it has loaded the scripts.
        void CreateGUI()
        {
            if (!session)
            {
                session = CreateInstance<MappingSession>();
                session.hideFlags = HideFlags.HideAndDontSave;
            }
            context = new WindowContext(face, session);
            rootVisualElement.Clear();
            views.Clear();
            tabs.Clear();
            StyleSheet style = PackageData.Style();
            if (style)
                rootVisualElement.styleSheets.Add(style);
            AddHead();
            AddViews();
            Undo.undoRedoPerformed -= session.Refresh;
            Undo.undoRedoPerformed += session.Refresh;
            rootVisualElement.schedule.Execute(Tick).Every(TickMilliseconds);
            Choose(face ? face : Selected());
            Show(open);
        }

        void OnSelectionChange()
        {
            KoekataFace selected = Selected();
            if (selected && context != null)
                Choose(selected);
        }

        void OnDisable()
        {
            if (session)
                Undo.undoRedoPerformed -= session.Refresh;
        }

        void OnDestroy()
        {
            foreach (VisualElement view in views)
                if (view is RecordView)
                    ((RecordView)view).End();
            if (session)
                session.Leave();
            DestroyImmediate(session);
        }

        void AddHead()
        {
            VisualElement bar = Elements.Bar();
            chosen = new ObjectField("Face") { objectType = typeof(KoekataFace), allowSceneObjects = true };
            chosen.AddToClassList("koekata-grow");
            chosen.RegisterValueChangedCallback(change => Choose(change.newValue as KoekataFace));
            bar.Add(chosen);
            rootVisualElement.Add(bar);
        }

        void AddViews()
        {
            VisualElement bar = Elements.Bar();
            rootVisualElement.Add(bar);
            Add(bar, "Live", new LiveView(context));
            Add(bar, "Mapping", new MappingView(context));
            Add(bar, "Auto-map", new AutoMapView(context));
            Add(bar, "Record", new RecordView(context));
        }

        void Add(VisualElement bar, string title, VisualElement view)
        {
            int place = views.Count;
            Button tab = Elements.Button(title, () => Show(place));
            tab.AddToClassList("koekata-tab");
            bar.Add(tab);
            tabs.Add(tab);
            views.Add(view);
            view.AddToClassList("koekata-grow");
            rootVisualElement.Add(view);
        }

        void Show(int place)
        {
            open = place;
            for (int i = 0; i < views.Count; i++)
            {
                views[i].style.display = i == place ? DisplayStyle.Flex : DisplayStyle.None;
                tabs[i].EnableInClassList("koekata-tab--open", i == place);
            }
        }

        void Tick()
        {
            ((IWindowView)views[open]).Tick();
        }

        void Choose(KoekataFace wanted)
        {
            face = wanted;
            if (context == null)
                return;
            chosen.SetValueWithoutNotify(face);
            context.Look(face);
        }

        static KoekataFace Selected()
        {
            return Selection.activeGameObject ? Selection.activeGameObject.transform.GetComponentInParent<KoekataFace>() : null;
        }
    }
}

import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: {
    outDir: "../page",
    emptyOutDir: true,
    target: "es2022",
    // three.js is one chunk of its own, loaded after the first paint.
    chunkSizeWarningLimit: 1200,
    modulePreload: false,
    rollupOptions: { output: { assetFileNames: "assets/[name]-[hash][extname]" } },
  },
});

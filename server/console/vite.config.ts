import { defineConfig, type Plugin } from "vite";

// The component kit has its few words in thirty languages; the console speaks two.
function twoLanguages(): Plugin {
  return {
    name: "two-languages",
    load(id) {
      const locale = /\/intl\/[^/]+\/([a-z]{2}-[A-Z]{2})\.mjs$/.exec(id)?.[1];
      return locale && locale !== "en-US" && locale !== "zh-CN" ? "export default {};" : null;
    },
  };
}

// Where the pages ask while one works on them.
const server = process.env.FIELDBOOK_SERVER ?? "http://127.0.0.1:8443";

// Vite only turns `web` into files under FIELDBOOK_CONSOLE_OUT; embed.mjs compresses them and makes
// them part of fieldbookd.
export default defineConfig({
  root: "web",
  base: "/",
  cacheDir: "../node_modules/.vite",
  plugins: [twoLanguages()],
  esbuild: { jsx: "automatic", legalComments: "none" },
  build: {
    outDir: process.env.FIELDBOOK_CONSOLE_OUT ?? "../../../build/console/dist",
    emptyOutDir: true,
    target: "es2022",
    // A data: address in a style sheet would need a hole in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      onwarn(warning, warn) {
        // "use client" is for frameworks that render on a server.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
  // For working on the pages with hot reload beside a running server: npm run dev.
  server: {
    proxy: {
      "/v1": { target: server, ws: true },
      "^/(version|healthz|metrics|openapi.json)$": { target: server },
    },
  },
});

import { rmSync } from 'node:fs'
import { build } from 'esbuild'

// Bundles the Action to dist/: a light entry, and the heavy half in chunks that are loaded for a relevant event only.

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: { action: 'src/action.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  // some of what is bundled still calls require()
  banner: { js: "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);" },
})

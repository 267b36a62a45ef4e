import { rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, build, type Plugin } from 'esbuild'

const common: BuildOptions = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  legalComments: 'none',
}

/** The heavy half stays a file of its own, loaded when there is work. */
const apart: Plugin = {
  name: 'heavy half apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/action-work\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './action-work.js', external: true } : undefined,
    )
  },
}

/**
 * Bundles the Action: a light half in one file, and the heavy half in chunks that are loaded for a relevant event only.
 * They share no chunk: each file that the light half imported would cost it a tenth of its start.
 */
export const bundle = async (outdir: string): Promise<void> => {
  rmSync(outdir, { recursive: true, force: true })
  await build({ ...common, entryPoints: { action: 'src/action.ts' }, outdir, plugins: [apart] })
  await build({
    ...common,
    entryPoints: { 'action-work': 'src/action-work.ts' },
    outdir,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    // some of what is bundled still calls require()
    banner: { js: "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);" },
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bundle('dist')

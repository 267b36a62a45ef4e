import { rmSync } from 'node:fs'
import { type BuildOptions, build, type Plugin } from 'esbuild'

const common: BuildOptions = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  legalComments: 'none',
}

/** The heavy halves stay files of their own, loaded when there is work. */
const apart: Plugin = {
  name: 'heavy halves apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/action-(?:incidents|plan|check)\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: path.replace(/\.ts$/, '.js'), external: true } : undefined,
    )
  },
}

/**
 * Bundles the Action: a light half in one file, and the heavy halves in chunks that are loaded for a relevant event only.
 * The light half shares no chunk with them: each file that it imported would cost it a tenth of its start.
 */
export const bundle = async (outdir: string): Promise<void> => {
  rmSync(outdir, { recursive: true, force: true })
  await build({ ...common, entryPoints: { action: 'src/entrypoints/action.ts' }, outdir, plugins: [apart] })
  await build({
    ...common,
    entryPoints: {
      'action-incidents': 'src/entrypoints/action-incidents.ts',
      'action-plan': 'src/entrypoints/action-plan.ts',
      'action-check': 'src/entrypoints/action-check.ts',
    },
    outdir,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    // some of what is bundled still calls require()
    banner: { js: "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);" },
  })
}

if (import.meta.main) await bundle('dist')

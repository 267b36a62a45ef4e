import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** For the environment of a process of ours: Node keeps what it compiled, types stripped, for the next that starts. */
export const compileCache = { NODE_COMPILE_CACHE: join(tmpdir(), 'tocsin-compile-cache') }

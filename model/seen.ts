import { at, type State, stateSize } from './state.ts'

/** Remembers states by two 32-bit hashes, open addressing. One state could hide behind another; at these sizes it is unlikely. */
export type Seen = { slots: Uint32Array; size: number }

export const nothingSeen = (): Seen => ({ slots: new Uint32Array(2 << 16), size: 0 })

/** Returns whether the state is new. */
export function addSeen(seen: Seen, s: State): boolean {
  let x = 0x811c9dc5
  let y = 0x9e3779b9
  for (let index = 0; index < stateSize; index++) {
    const byte = at(s, index)
    x = Math.imul(x ^ byte, 0x01000193)
    y = Math.imul(y ^ (byte + index), 0x85ebca6b)
    y ^= y >>> 13
  }
  x ^= x >>> 16
  x = Math.imul(x, 0xc2b2ae35)
  x = (x ^ (x >>> 15)) >>> 0
  y = y >>> 0 || 1 // an empty slot is two zeros
  if (!insert(seen.slots, x, y)) return false
  seen.size++
  if (seen.size * 4 > seen.slots.length) grow(seen)
  return true
}

function insert(slots: Uint32Array, x: number, y: number): boolean {
  const mask = slots.length - 1
  let slot = (x << 1) & mask
  while (slots[slot] || slots[slot + 1]) {
    if (slots[slot] === x && slots[slot + 1] === y) return false
    slot = (slot + 2) & mask
  }
  slots[slot] = x
  slots[slot + 1] = y
  return true
}

function grow(seen: Seen): void {
  const old = seen.slots
  seen.slots = new Uint32Array(old.length * 2)
  for (let slot = 0; slot < old.length; slot += 2) {
    const [x, y] = [old[slot] ?? 0, old[slot + 1] ?? 0]
    if (x || y) insert(seen.slots, x, y)
  }
}

/** States one after the other in one buffer, by number. */
export type Rows = { bytes: Uint8Array; count: number }

export const noRows = (): Rows => ({ bytes: new Uint8Array(stateSize << 12), count: 0 })

export function addRow(rows: Rows, s: State): void {
  if ((rows.count + 1) * stateSize > rows.bytes.length) {
    const larger = new Uint8Array(rows.bytes.length * 2)
    larger.set(rows.bytes)
    rows.bytes = larger
  }
  rows.bytes.set(s, rows.count * stateSize)
  rows.count++
}

/** A copy, so that it stays what it is while rows are added. */
export const rowAt = (rows: Rows, index: number): State => rows.bytes.slice(index * stateSize, (index + 1) * stateSize)

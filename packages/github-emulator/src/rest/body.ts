import type { Json, JsonObject } from '../http/answer.ts'

/** A text of the body; undefined when it is absent or of another type. */
export const text = (body: JsonObject, name: string): string | undefined => {
  const value = body[name]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}

export const number = (body: JsonObject, name: string): number | undefined => {
  const value = body[name]
  return typeof value === 'number' ? value : undefined
}

export const flag = (body: JsonObject, name: string): boolean | undefined => {
  const value = body[name]
  return typeof value === 'boolean' ? value : undefined
}

export const object = (value: Json | undefined): JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}

export const objects = (body: JsonObject, name: string): JsonObject[] | undefined => {
  const value = body[name]
  return Array.isArray(value) ? value.map(object) : undefined
}

export const numbers = (body: JsonObject, name: string): number[] | undefined => {
  const value = body[name]
  return Array.isArray(value) ? value.filter(each => typeof each === 'number') : undefined
}

/** A list of texts, or of objects that hold one under `key`: GitHub takes labels either way. */
export const texts = (body: JsonObject, name: string, key = 'name'): string[] | undefined => {
  const value = body[name]
  if (!Array.isArray(value)) return undefined
  return value.flatMap(each => {
    const found = typeof each === 'string' ? each : object(each)[key]
    return typeof found === 'string' ? [found] : []
  })
}

/** The keys whose values are there, so that an absent key stays absent. */
export const present = <T extends { readonly [key: string]: unknown }>(values: T) => {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

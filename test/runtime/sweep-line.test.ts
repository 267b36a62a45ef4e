import { expect, test } from 'vitest'
import type { Job } from '../../src/runtime/job.ts'
import { startSweepLine } from '../../src/runtime/sweep-line.ts'

const job = (number: number, installation = 1): Job => ({
  owner: 'acme',
  repo: 'ops',
  number,
  installation,
  reason: 'resync',
  logins: [],
  notBefore: null,
})

const opened = () => {
  const added: number[] = []
  const jobs: Job[] = []
  const line = startSweepLine(one => {
    added.push(one.number)
    jobs.push(one)
  })
  /** A job of the line's own ends. */
  const ends = (number: number, installation = 1): void => {
    const one = jobs.find(one => one.number === number && one.installation === installation)
    if (one !== undefined) line.ended(one)
  }
  return { added, line, ends }
}

test('eight at once, in the order in which they came, and one more for each that ends', () => {
  const { added, line, ends } = opened()
  for (let number = 1; number <= 20; number += 1) line.add(job(number))
  expect(added).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  ends(3)
  ends(1)
  expect(added).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('one that was added twice while it waits is looked at once, in its first place', () => {
  const { added, line, ends } = opened()
  for (let number = 1; number <= 10; number += 1) line.add(job(number))
  line.add(job(9))
  for (let number = 1; number <= 8; number += 1) ends(number)
  expect(added.slice(8)).toEqual([9, 10])
})

test('one that is added while it is under way comes after its end', () => {
  const { added, line, ends } = opened()
  line.add(job(1))
  line.add(job(1))
  expect(added).toEqual([1])
  ends(1)
  expect(added).toEqual([1, 1])
})

test('each installation has its own: eight that sleep keep nobody else’s waiting', () => {
  const { added, line, ends } = opened()
  for (let number = 1; number <= 20; number += 1) line.add(job(number))
  for (let number = 101; number <= 120; number += 1) line.add(job(number, 2))
  expect(added.slice(8)).toEqual([101, 102, 103, 104, 105, 106, 107, 108])
  ends(103, 2)
  expect(added.slice(16)).toEqual([109])
})

test('a webhook’s job of the same incident that ends first makes no room; the one of the line does', () => {
  const { added, line, ends } = opened()
  for (let number = 1; number <= 9; number += 1) line.add(job(number))
  line.ended({ ...job(3), reason: 'webhook' })
  expect(added).toHaveLength(8)
  ends(3)
  expect(added).toHaveLength(9)
})

test('nor is a place lost where a newer job took the place of the one of the line', () => {
  const { added, line } = opened()
  for (let number = 1; number <= 9; number += 1) line.add(job(number))
  line.ended({ ...job(3), reason: 'webhook' })
  line.ended({ ...job(3), reason: 'webhook' })
  expect(added).toHaveLength(9)
})

test('a job that came from elsewhere ends without making room', () => {
  const { added, line } = opened()
  for (let number = 1; number <= 9; number += 1) line.add(job(number))
  line.ended(job(77))
  expect(added).toHaveLength(8)
})

test('at the end of the process what waits is forgotten', () => {
  const { added, line, ends } = opened()
  for (let number = 1; number <= 9; number += 1) line.add(job(number))
  line.close()
  ends(1)
  expect(added).toHaveLength(8)
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCommitOnBranch } from 'github-emulator'
import {
  armoredPublicKey,
  bytesOf,
  type Commit,
  decodeObject,
  encodeCommit,
  signDocument,
  signedPayload,
  verificationOf,
  verifySignature,
  webFlowKey,
} from 'github-emulator/internals'
import { createMessage, generateKey, readKey, readPrivateKey, readSignature, sign, verify } from 'openpgp'
import { afterEach, expect, test } from 'vitest'
import { ask, startAcme } from './acme.ts'
import { type Desk, installed, openDesk } from './git-program.ts'
import { setUpWorld } from './world-setup.ts'

const key = webFlowKey('one')
const text = Buffer.from('a document\n')
const at = '2026-03-01T10:00:00Z'
const gpg = installed('gpg')
let desk: Desk | null = null

afterEach(() => {
  desk?.close()
  desk = null
})

const byOpenPgp = async (document: Uint8Array, armoredSignature: string, armoredKey = armoredPublicKey(key)) => {
  const { signatures } = await verify({
    message: await createMessage({ binary: new Uint8Array(document) }),
    signature: await readSignature({ armoredSignature }),
    verificationKeys: await readKey({ armoredKey }),
  })
  return signatures[0]?.verified.catch((error: Error) => error.message)
}

test('openpgp.js reads the key: GitHub, made to certify and sign, certified by itself', async () => {
  const read = await readKey({ armoredKey: armoredPublicKey(key) })
  await read.verifyPrimaryKey()
  expect({ id: read.getKeyID().toHex().toUpperCase(), users: read.getUserIDs() }).toEqual({
    id: key.keyId,
    users: ['GitHub <noreply@github.com>'],
  })
  expect(read.getCreationTime().toISOString()).toBe('2017-08-16T00:00:00.000Z')
})

test('openpgp.js accepts the signatures of many documents, and refuses each for another', async () => {
  for (let n = 0; n < 50; n += 1) {
    const document = Buffer.from(`document ${n}\n`.repeat(n * 20))
    const signature = signDocument(key, document, at)
    expect(await byOpenPgp(document, signature)).toBe(true)
    expect(await byOpenPgp(Buffer.from(`another ${n}`), signature)).toMatch(/digest/i)
    expect(verifySignature(key, document, signature)).toBe('valid')
    expect(verifySignature(key, Buffer.from(`another ${n}`), signature)).toBe('invalid')
  }
})

test.skipIf(!gpg)('gpg accepts a commit of the API, and refuses it when a letter of it was changed', async () => {
  desk = openDesk()
  const { world, robot, id, main } = setUpWorld()
  const additions = [{ path: 'a.md', contents: Buffer.from('A').toString('base64') }]
  const wanted = { branch: 'main', expectedHeadOid: main(), message: { headline: 'Add a' }, additions }
  const commit = createCommitOnBranch(world, robot, id, wanted)
  const own = webFlowKey(world.state.signingSeed)
  await desk.run('gpg', ['--batch', '--import'], { input: armoredPublicKey(own) })
  writeFileSync(join(desk.folder, 'sig'), commit.gpgsig ?? '')
  const check = (payload: string) => desk?.run('gpg', ['--batch', '--verify', 'sig', '-'], { input: payload })
  const payload = Buffer.from(signedPayload(commit)).toString()
  expect(await check(payload)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('Good signature from "GitHub'),
  })
  expect(await check(payload.replace('Add a', 'Add b'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('BAD'),
  })
})

test('the same seed makes the same key and the same commits, another seed others', () => {
  expect(webFlowKey('one')).toBe(key)
  expect(webFlowKey('two').keyId).not.toBe(key.keyId)
  expect(signDocument(key, text, at)).toBe(signDocument(key, text, at))
  expect(verifySignature(webFlowKey('two'), text, signDocument(key, text, at))).toBe('unknown_key')
})

test('a signature by a key of openpgp.js under the same name is by an unknown key', async () => {
  const made = await generateKey({ userIDs: { name: 'GitHub', email: 'noreply@github.com' } })
  const signature = await sign({
    message: await createMessage({ binary: new Uint8Array(text) }),
    signingKeys: await readPrivateKey({ armoredKey: made.privateKey }),
    detached: true,
  })
  expect(await byOpenPgp(text, signature, made.publicKey)).toBe(true)
  expect(verifySignature(key, text, signature.replaceAll('\r\n', '\n'))).toBe('unknown_key')
})

test.each([
  ['an SSH signature', '-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n', 'unknown_key'],
  ['an S/MIME signature', '-----BEGIN SIGNED MESSAGE-----\nMIIE\n-----END SIGNED MESSAGE-----\n', 'unknown_key'],
  ['armor around nothing', '-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----\n', 'malformed_signature'],
  [
    'armor around words',
    '-----BEGIN PGP SIGNATURE-----\n\naGVsbG8=\n-----END PGP SIGNATURE-----\n',
    'malformed_signature',
  ],
  ['words', 'signed by GitHub', 'unknown_signature_type'],
])('%s', (_, signature, verdict) => {
  expect(verifySignature(key, text, signature)).toBe(verdict)
})

const bytesIn = (signature: string) => Buffer.from(signature.split('\n').slice(2, -3).join(''), 'base64')
const armored = (bytes: Uint8Array) =>
  `-----BEGIN PGP SIGNATURE-----\n\n${Buffer.from(bytes).toString('base64')}\n-----END PGP SIGNATURE-----\n`

test('one that is cut short, or changed where it counts, is not valid', () => {
  const body = bytesIn(signDocument(key, text, at))
  expect(verifySignature(key, text, armored(body))).toBe('valid')
  // a head of two bytes, then what is hashed: version, types, and 23 + 6 bytes of subpackets; at the end the numbers
  const hashed = Array.from({ length: 6 + 23 + 6 }, (_, n) => 2 + n)
  const numbers = Array.from({ length: 30 }, (_, n) => body.length - 1 - n)
  for (const byte of [...hashed, ...numbers]) {
    const changed = Buffer.from(body)
    changed[byte] = (changed[byte] ?? 0) ^ 1
    expect(verifySignature(key, text, armored(changed))).not.toBe('valid')
  }
  for (let end = 0; end < body.length; end += 1) {
    expect(verifySignature(key, text, armored(body.subarray(0, end)))).not.toBe('valid')
  }
})

test('a signature copied from one commit to another is invalid there', () => {
  const { world, robot, id, main } = setUpWorld()
  const message = { headline: 'Change' }
  const signed = createCommitOnBranch(world, robot, id, { branch: 'main', expectedHeadOid: main(), message })
  const bytes = encodeCommit({ ...signed, message: 'Forged' })
  const forged = decodeObject('commit', bytes, null) as Commit
  expect(forged.gpgsig).toBe(signed.gpgsig)
  expect(verificationOf(world.state, signed)).toMatchObject({ reason: 'valid' })
  expect(verificationOf(world.state, forged)).toMatchObject({ reason: 'invalid' })
})

test('commits with headers of their own keep their bytes, and what their signature signs', () => {
  const lines = [
    `tree ${'a'.repeat(40)}`,
    'author B <b@example.com> 1700000000 -0000',
    'committer B <b@example.com> 1700000000 +0530',
    'encoding ISO-8859-1',
    'gpgsig -----BEGIN PGP SIGNATURE-----',
    ' ',
    ' abc',
    ' -----END PGP SIGNATURE-----',
    'x-other value',
  ]
  const bytes = Buffer.from(`${lines.join('\n')}\n\ncaf\xe9\n`, 'latin1')
  const commit = decodeObject('commit', bytes, null) as Commit
  expect(Buffer.from(bytesOf(commit))).toEqual(bytes)
  expect(commit.committer.date).toBe('2023-11-15T03:43:20+05:30')
  const unsigned = [...lines.slice(0, 4), ...lines.slice(8)].join('\n')
  expect(Buffer.from(signedPayload(commit)).toString('latin1')).toBe(`${unsigned}\n\ncaf\xe9\n`)
})

test('the key is published where GitHub publishes its own', async () => {
  const emulator = await startAcme({ signingSeed: 'one' })
  const page = await emulator.fetch(`${emulator.url}/web-flow.gpg`)
  expect(await page.text()).toBe(armoredPublicKey(key))
  const listed = await ask(emulator, null, 'GET /users/web-flow/gpg_keys')
  expect(listed).toMatchObject({ status: 200, body: [{ key_id: key.keyId, raw_key: armoredPublicKey(key) }] })
  expect((await ask(emulator, null, 'GET /users/bob/gpg_keys')).body).toEqual([])
  expect(emulator.violations).toEqual([])
})

test('the committer of what GitHub commits is the account web-flow, which may do nothing here', async () => {
  const emulator = await startAcme()
  const app = emulator.installationToken()
  const file = { message: 'Add b', content: Buffer.from('b').toString('base64') }
  await ask(emulator, app, 'PUT /repos/acme/incidents/contents/b.md', file)
  const { body } = await ask(emulator, app, 'GET /repos/acme/incidents/commits/main')
  expect(body).toMatchObject({ author: { login: 'tocsin[bot]' }, committer: { login: 'web-flow', id: 19864447 } })
  const webFlow = emulator.tokenFor('web-flow')
  expect((await ask(emulator, webFlow, 'GET /repos/acme/incidents')).status).toBe(404)
})

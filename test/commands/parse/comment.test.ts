import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../src/commands/index.ts'
import { commandLines } from '../../../src/commands/parse/comment.ts'
import { verdicts } from './oracle.ts'

const names = commands.map(command => command.name)
const read = (body: string, byEmail = false) => commandLines(body, byEmail, names)

/** The lines that are carried out. */
const lines = (body: string, byEmail = false): readonly string[] =>
  read(body, byEmail)
    .filter(one => one.read.is === 'command')
    .map(({ line, more }) => [line, ...more].join(' '))

/** Where those stand that are asked about. */
const aside = (body: string): readonly string[] =>
  read(body).map(one => (one.read.is === 'aside' ? one.read.where : one.read.is))

describe('nobody’s word', () => {
  test.each([
    ['prose', 'all is well'],
    ['a path', '/etc/passwd was read'],
    ['a path alone', '/var/log'],
    ['a path that begins with a command', '/status/health is red'],
    ['a file', '/core.dump is large'],
    ['a file that begins with a command', '/help.txt is gone'],
    ['a comment of code', '// done'],
    ['mid-line', 'say /done'],
    ['fenced', '```\n/done\n```'],
    ['fenced with a language', '```sh\n/done\n```'],
    ['fenced and never closed', '```\n/done'],
    ['fenced by more than it ends with', '````\n```\n/done\n````'],
    ['tilde fence', '~~~\n/done\n~~~'],
    ['fenced in a list', '- a\n\n  ```\n  /done\n  ```'],
    ['indented', '    /done'],
    ['indented by a tab', '\t/done'],
    ['inline code over lines', '`a\n/done\nb`'],
    ['inline code', '`/done`'],
    ['quoted', '> /done'],
    ['quoted in a list', '- > /done'],
    ['quoted in a quotation', '> > /done'],
    ['quoted over lines', '> a\n> /done'],
    ['quoted deeply', `${'>'.repeat(1000)}\n> /done`],
    ['in a comment of HTML', '<!--\n/done\n-->'],
    ['in a comment of HTML within a line', 'a <!--\n/done\n--> b'],
    ['in pre', '<pre>\n\n/done\n\n</pre>'],
    ['in a block quote of HTML', '<blockquote>\n\n/done\n\n</blockquote>'],
    ['in code of HTML', 'a <code>\n/done\n</code>'],
    ['struck out in HTML', '<del>\n\n/done\n\n</del>'],
    ['in details', '<details>\n<summary>log</summary>\n\n/done\n\n</details>'],
    ['in a link of HTML', 'a <a href="b">\n/done\n</a>'],
    ['the text of a link', '[/done](https://example.com)'],
    ['in the text of a link over lines', '[a\n/done\nb](https://example.com)'],
    ['in a formula', '$$\n/done\n$$'],
    ['in a formula that is fenced', '```math\n/done\n```'],
    ['an address of a link', '[a]: /done'],
    ['struck out', '~~/done~~'],
    ['an entity', '&#47;done'],
    ['a backslash', '\\/done'],
  ])('%s', (_, body) => expect(read(body)).toEqual([]))
})

describe('talk', () => {
  test.each([
    '/login page is down',
    '/home was wiped',
    '/etc is fine',
    '/24 network is scanned',
    '/24',
    '/tmp is full again',
    '/api returns 500 since noon',
    '/var on build-1 is full',
    '/admin was open to everybody',
    '/dev/sda1 is mounted twice',
    '/usr and /opt were touched',
    '/v2 of the service, not /v1',
    '/healthz says ok',
    '/root has a new key',
    '/proc shows nothing',
    '/wp-login.php was tried 4,000 times',
    '/oauth callback fails',
    '/search takes long',
    '/ip address is blocked',
    '/id is not unique',
    '/it department knows',
    '/is-alive does not answer',
    '/café is closed',
    '/übersicht zeigt nichts',
    '/данные were taken',
    '/r/netsec has a thread on it',
    '/s',
    'GET /status 200',
    'we sell and/or /status',
  ])('%s', body => expect(read(body).filter(one => body !== '/s' || one.read.is !== 'unknown')).toEqual([]))
})

describe('a name that there is not', () => {
  test.each([
    ['/lgtm', null],
    ['/home', null],
    ['/home.', null],
    ['/rollback!', null],
    ['/данные', null],
    ['/dnoe find-cause', 'done'],
    ['/don find-cause', 'done'],
    ['/donee find-cause', 'done'],
    ['/dune find-cause', 'done'],
    ['/Serverity SEV-1', null],
    ['/severty SEV-1', 'severity'],
    ['/assing eject @bob', 'assign'],
    ['/unasign eject', 'unassign'],
    ['/hand-off @bob', 'handoff'],
    ['/ruleout insider x', 'rule-out'],
    ['/stauts', 'status'],
    ['/timelin 14:02Z a login', 'timeline'],
    ['/canel x', 'cancel'],
    ['/ci', 'ic'],
    ['/ci @alice', 'ic'],
    ['/severity-1', 'severity'],
    ['/severity2 x', 'severity'],
  ])('%s', (body, near) => {
    const [only] = read(body)
    // two letters are no slip of one
    if (body === '/Serverity SEV-1') expect(only?.read).toMatchObject({ is: 'unknown', near: 'severity' })
    else expect(only?.read).toMatchObject({ is: 'unknown', near })
  })
})

describe('a command', () => {
  test.each([
    ['alone', '/done', ['/done']],
    ['indented a little', '  /done eject', ['/done eject']],
    ['among prose', 'so\n/done eject\n\nfine', ['/done eject']],
    ['several', '/ic\n/done a\n\n/done b', ['/ic', '/done a', '/done b']],
    ['with carriage returns', '/ic\r\n/done a\r\n', ['/ic', '/done a']],
    ['with tabs', '/done\teject\t', ['/done\teject']],
    ['after code', '```\nx\n```\n/done', ['/done']],
    ['after a closed quotation of HTML', '<blockquote>a</blockquote>\n\n/done', ['/done']],
    ['after a quotation and an empty line', '> a\n\n/done', ['/done']],
    ['after a list and an empty line', '- a\n\n/done', ['/done']],
    ['after a table and an empty line', '| a |\n|---|\n| b |\n\n/done', ['/done']],
    ['after a rule', 'a\n\n***\n/done', ['/done']],
    ['after a heading', '# a\n/done', ['/done']],
    ['after a comment of HTML', '<!-- a -->\n/done', ['/done']],
    ['after a formula', '$$\na\n$$\n/done', ['/done']],
    ['after a price', 'it cost $$\n/done', ['/done']],
    ['after a bracket that is never closed', 'see [1\n/done', ['/done']],
    ['above a line that makes a heading of it', '/done\n---\nalice', ['/done']],
    ['between stars', '/timeline 2*3\n/done 4*', ['/timeline 2*3', '/done 4*']],
    ['with an address', '/done see https://example.com/a', ['/done see https://example.com/a']],
    ['with code', '/timeline ran `ls`', ['/timeline ran `ls`']],
    ['after a byte order mark', '\ufeff/done', ['/done']],
    ['in capitals', '/DONE eject', ['/DONE eject']],
    ['with a full stop', '/done.', ['/done.']],
    ['with an exclamation mark', '/ic!', ['/ic!']],
    ['with a semicolon', '/ic;', ['/ic;']],
    ['with a colon', '/done: eject', ['/done: eject']],
    ['with three dots', '/done...', ['/done...']],
    ['with an equals sign', '/severity=SEV-1 x', ['/severity=SEV-1 x']],
    ['with a colon and no space', '/severity:SEV-1 x', ['/severity:SEV-1 x']],
    ['with the person at once', '/ic@alice', ['/ic@alice']],
    ['in parentheses', '/done(eject)', ['/done(eject)']],
    ['and a politeness', '/ic, please', ['/ic, please']],
    [
      'below a screenshot',
      '<img width="800" alt="Image" src="https://github.com/user-attachments/assets/x" />\n/done find-cause',
      ['/done find-cause'],
    ],
    ['below two screenshots', '<img src="a" /> <img src="b">\n<br>\n/done a', ['/done a']],
    ['below a picture of Markdown', '![Image](https://github.com/user-attachments/assets/x)\n/done a', ['/done a']],
    ['below an attached file', '[log.txt](https://github.com/user-attachments/files/1/log.txt)\n/done a', ['/done a']],
  ])('%s', (_, body, expected) => expect(lines(body)).toEqual(expected))
})

describe('the text of a command', () => {
  test.each([
    [
      'goes on over lines',
      '/rule-out insider the login came from\na known botnet',
      ['/rule-out insider the login came from a known botnet'],
    ],
    ['ends with its paragraph', '/done eject three keys\nall hosts\n\nlunch?', ['/done eject three keys all hosts']],
    ['ends at the next command', '/done eject a\nb\n/ic\nc', ['/done eject a b', '/ic c']],
    ['goes on over talk', '/done eject and\n/home is clean', ['/done eject and /home is clean']],
    ['goes on over returns', '/timeline a\r\nb\rc', ['/timeline a b c']],
    ['goes on after a line break of Markdown', '/timeline a\\\nb  \nc', ['/timeline a b c']],
    ['goes on over code', '/timeline ran `a\nb` twice', ['/timeline ran `a b` twice']],
    ['ends at a list', '/timeline a\n- b', ['/timeline a']],
    ['ends at a quotation', '/timeline a\n> b', ['/timeline a']],
    ['ends at a fence', '/timeline a\n```\nb\n```', ['/timeline a']],
  ])('%s', (_, body, expected) => expect(lines(body)).toEqual(expected))
})

describe('asked about', () => {
  test.each([
    ['bold', '**/done**', 'marks'],
    ['bold with more', '**/done** eject', 'marks'],
    ['italic', '_/done eject_', 'marks'],
    ['in quotation marks', '"/done"', 'marks'],
    ['in parentheses', '(/done)', 'marks'],
    ['an arrow', '→ /done', 'marks'],
    ['an arrow of letters', '-> /done', 'marks'],
    ['a bullet', '• /done', 'marks'],
    ['a tick', '✅ /done x', 'marks'],
    ['a tick by its name', ':white_check_mark: /done x', 'marks'],
    ['a label', 'Done: /done x', 'marks'],
    ['a bold label', '**Next step:** /done x', 'marks'],
    ['whom it is said to', '@tocsin /ic', 'marks'],
    ['a politeness', 'please /ic', 'marks'],
    ['a space after the slash', '/ done', 'marks'],
    ['bold in HTML', '<b>/done</b>', 'marks'],
    ['behind a picture', '![Image](https://example.com/a.png) /done x', 'marks'],
    ['a number that begins no list', 'a\n7. /done', 'marks'],
    ['in a list', '- /done', 'list'],
    ['in a numbered list', '1) /status', 'list'],
    ['ticked off', '- [x] /done eject', 'list'],
    ['below an item', '- a\n/done', 'list'],
    ['in an item', '- a\n\n  /done', 'list'],
    ['in a list in a list', '- a\n  - /done', 'list'],
    ['in a footnote', '[^1]: a\n    /done', 'list'],
    ['right below a quotation', '> look\n/done find-cause', 'quotation'],
    ['in a heading', '# /done', 'heading'],
    ['below a table', '| a |\n|---|\n/done', 'table'],
    ['in a table', '| a |\n|---|\n| /done |', 'table'],
    ['in HTML', '<div>\n/done\n</div>', 'html'],
    ['below a tag that is never closed', 'many <s> in the log\n\n/done', 'html'],
    ['in brackets that may be a link', '[a\n/done\nb]', 'link'],
    ['in brackets', '[/done]', 'marks'],
    ['in the address of a link', '[a](\n/done\n)', 'link'],
    ['below the name of a link', '[a]:\n/done', 'link'],
    ['struck out over lines', '~~a\n/done\nb~~', 'struck'],
    ['with a full-width slash', '\uff0fdone', 'unclean'],
    ['with letters of another alphabet', '/саncel x', 'unclean'],
    ['with a mark on a letter', '/dóne x', 'unclean'],
    ['with a space that does not break', '/done\u00a0eject', 'unclean'],
    ['behind what cannot be seen', '\u200b/done', 'unclean'],
    ['turned around', '\u202e/done', 'unclean'],
  ])('%s', (_, body, where) => expect(aside(body)).toEqual([where]))

  test('with what to type', () => {
    const typed = (body: string) => read(body).map(one => (one.read.is === 'aside' ? one.read.command : null))
    expect(typed('- **/done eject**')).toEqual(['/done eject'])
    expect(typed('Done: /Done find-cause, with bob.')).toEqual(['/done find-cause, with bob.'])
    expect(typed('| /status |')).toEqual(['/status'])
  })
})

describe('an e-mail', () => {
  test.each([
    ['marks', '/done\n\n> /ic'],
    ['a heading', '/done\n\nOn Sun, Dana <a@b.c> wrote:\n/ic'],
    ['a heading over lines', '/done\n\nOn Sun, 1 Mar 2026 at 10:00, Dana\n<a@b.c>\nwrote:\n/ic'],
    ['German', '/done\n\nAm 01.03.26 um 10:00 schrieb Dana:\n/ic'],
    ['French', '/done\n\nLe dim. 1 mars 2026, Dana a écrit :\n/ic'],
    ['Outlook', '/done\n\n-----Original Message-----\nFrom: Dana\n/ic'],
    ['Outlook without its line', '/done\n\nFrom: Dana\nSent: Sunday\n/ic'],
    ['a rule', '/done\n________________________________\n/ic'],
    ['a signature', '/done\n-- \nAlice\n/ic'],
    ['a telephone', '/done\n\nSent from my iPhone\n\n/ic'],
    ['GitHub’s words', '/done\n\nalice left a comment (acme/it#12)\n\n/ic'],
  ])('ends where it quotes: %s', (_, body) => expect(lines(body, true)).toEqual(['/done']))
})

describe('whatever comes', () => {
  const nasty = fc.array(
    fc.constantFrom(
      '/done',
      '/ic @a',
      '\n',
      '\r',
      '\n\n',
      '> ',
      '`',
      '```',
      '<!--',
      '-->',
      '<pre>',
      '</pre>',
      '*',
      '_',
      '[',
      '](',
      ')',
      '|',
      '- ',
      '    ',
      '\u200b',
      '\u0000',
      '\ud800',
      '\u202e',
      '&#47;',
      '\\',
      '~~',
      '<',
    ),
    { maxLength: 60 },
  )

  test('every line found is a line of the comment, and nothing throws', () => {
    fc.assert(
      fc.property(
        nasty.map(parts => parts.join('')),
        fc.boolean(),
        (body, byEmail) => {
          for (const { line } of read(body, byEmail)) expect(body).toContain(line)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('behind an open fence nothing is found', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const inside = text.replaceAll('`', '')
        expect(read(`\`\`\`\n${inside}\n/done\n\`\`\``)).toEqual([])
        expect(lines(`\`\`\`\n${inside}\n\`\`\`\n\n/done`)).toEqual(['/done'])
      }),
    )
  })
})

describe('a full parser of Markdown agrees', () => {
  const pieces = [
    'a',
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n',
    '\n',
    '\n\n',
    '\n/done\n',
    '\n/done\n',
    '\n  /done\n',
    '> ',
    '\n> ',
    '- ',
    '\n- ',
    '1. ',
    '2) ',
    '`',
    '``',
    '\n```\n',
    '\n~~~\n',
    '# ',
    '\n***\n',
    '\n---\n',
    '===',
    '*',
    '**',
    '_',
    '[',
    ']',
    '](',
    ')',
    '[a]: ',
    '|',
    '\n|-|\n',
    '<',
    '>',
    '<!--',
    '-->',
    '<i>',
    '<b ',
    '\n<div>\n',
    '\n<pre>\n',
    '</pre>',
    '<?',
    '?>',
    '~~',
    '\\',
    '\\\n',
    '"',
  ]
  /** Each command with a number of its own, so that its line can be told. */
  const text = fc
    .array(fc.constantFrom(...pieces), { maxLength: 24 })
    .map(parts => parts.map((part, index) => part.replace('/done', `/done s${index}`)).join(''))

  const found = (body: string): ReadonlyMap<string, string> =>
    new Map(read(body).map(({ line, read: { is } }) => [/\/done s\d+/.exec(line)?.[0] ?? '', is]))

  /** The lines that begin with a command, with what the parser says of where they begin. */
  const judged = (body: string) => {
    const verdict = verdicts(body)
    return body.split('\n').flatMap((line, number) => {
      const [command] = /^\s*\/done s\d+(?=\s|$)/.exec(line) ?? []
      const says = verdict.get(number)
      return command === undefined || says === undefined ? [] : [{ command: command.trim(), says }]
    })
  }

  test('what is carried out is text of the comment’s own', () => {
    fc.assert(
      fc.property(text, body => {
        for (const { command, says } of judged(body))
          if (found(body).get(command) === 'command') expect({ command, says }).toEqual({ command, says: 'text' })
      }),
      { seed: 20_260_301, numRuns: 1_500 },
    )
  })

  test('text of the comment’s own is carried out or asked about', () => {
    fc.assert(
      fc.property(text, body => {
        // what an element shows as code is text to the parser; code that begins in the address of a link is none to it
        if (/<\/pre>/.test(body) || /\[a\]: [^\n]*`/.test(body)) return
        for (const { command, says } of judged(body))
          if (says === 'text' && found(body).size < 20) expect([...found(body).keys()]).toContain(command)
      }),
      { seed: 20_260_301, numRuns: 1_500 },
    )
  })

  test('code is neither', () => {
    fc.assert(
      fc.property(text, body => {
        // an item of nothing but an item is read in two ways, so that all below it is asked about
        if (/(?:[->]|\d[.)])\s+(?:-|\d[.)])\s*\n/.test(body)) return
        for (const { command, says } of judged(body))
          if (says === 'code') expect([...found(body).keys()]).not.toContain(command)
      }),
      { seed: 20_260_301, numRuns: 1_500 },
    )
  })
})

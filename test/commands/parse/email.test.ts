import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownWords } from '../../../src/commands/parse/email.ts'

const quoted = '\n\n/done find-cause\n/cancel x'

/** What is left of a reply above such an introduction. */
const left = (introduction: string, before = 'ok\n\n'): string => ownWords(`${before}${introduction}${quoted}`).trim()

const introductions = [
  // Gmail
  'On Sun, Mar 1, 2026 at 9:43 PM bob <bob@example.com> wrote:',
  'Am So., 1. März 2026 um 21:43 Uhr schrieb bob <bob@example.com>:',
  'Le dim. 1 mars 2026 à 21:43, bob <bob@example.com> a écrit :',
  'El dom, 1 mar 2026 a las 21:43, bob (<bob@example.com>) escribió:',
  'Il giorno dom 1 mar 2026 alle ore 21:43 bob <bob@example.com> ha scritto:',
  'Em dom., 1 de mar. de 2026 às 21:43, bob <bob@example.com> escreveu:',
  'Op zo 1 mrt 2026 om 21:43 schreef bob <bob@example.com>:',
  'Den sön 1 mars 2026 kl 21:43 skrev bob <bob@example.com>:',
  'Den søn. 1. mar. 2026 kl. 21.43 skrev bob <bob@example.com>:',
  'søn. 1. mars 2026 kl. 21:43 skrev bob <bob@example.com>:',
  'su 1. maalisk. 2026 klo 21.43 bob (bob@example.com) kirjoitti:',
  'niedz., 1 mar 2026 o 21:43 bob <bob@example.com> napisał(a):',
  'ne 1. 3. 2026 v 21:43 odesílatel bob <bob@example.com> napsal:',
  'ne 1. 3. 2026 v 21:43 odesílatel bob <x> napsal:',
  'ne 1. 3. 2026 o 21:43 bob <bob@example.com> napísal(a):',
  'bob <bob@example.com> ezt írta (időpont: 2026. márc. 1., V, 21:43):',
  'În dum., 1 mar. 2026 la 21:43, bob <bob@example.com> a scris:',
  'bob <bob@example.com>, 1 Mar 2026 Paz, 21:43 tarihinde şunu yazdı:',
  'вс, 1 мар. 2026 г. в 21:43, bob <bob@example.com>:',
  'нд, 1 бер. 2026 р. о 21:43 bob <bob@example.com> пише:',
  '2026年3月1日(日) 21:43 bob <bob@example.com>:',
  'bob <bob@example.com> 于2026年3月1日周日 21:43写道：',
  'bob <bob@example.com> 於 2026年3月1日 週日 下午9:43寫道：',
  '2026년 3월 1일 (일) 오후 9:43, bob <bob@example.com>님이 작성:',
  'Στις Κυρ 1 Μαρ 2026 στις 9:43 μ.μ., ο χρήστης bob <bob@example.com> έγραψε:',
  '\u202bבתאריך יום א׳, 1 במרץ 2026 ב-21:43 מאת \u202abob\u202c <\u202abob@example.com\u202c>:\u202c',
  'في الأحد، 1 مارس 2026 في 9:43 م تمت كتابة ما يلي بواسطة bob <bob@example.com>:',
  // Apple Mail, Thunderbird
  'On Mar 1, 2026, at 9:43 PM, bob <bob@example.com> wrote:',
  'Il giorno 1 mar 2026, alle ore 21:43, bob <bob@example.com> ha scritto:',
  'Op 1 mrt. 2026 om 21:43 heeft bob <bob@example.com> het volgende geschreven:',
  'Wiadomość napisana przez bob <bob@example.com> w dniu 1 mar 2026, o godz. 21:43:',
  'On 01/03/2026 21:43, bob wrote:',
  'Am 01.03.26 um 21:43 schrieb bob:',
  'Le 01/03/2026 à 21:43, bob a écrit :',
  'Dne 01. 03. 26 v 21:43 bob napsal(a):',
  '2026. 03. 01. 21:43 keltezéssel, bob írta:',
  'W dniu 1.03.2026 o 21:43, bob pisze:',
  '01.03.2026 21:43, bob пишет:',
  'bob kirjoitti 1.3.2026 klo 21.43:',
  'On 2026/03/01 21:43, bob wrote:',
  'bob wrote:',
  'bob schrieb:',
  // over several lines
  'On Sun, 1 Mar 2026 at 21:43, bob\n<bob@example.com>\nwrote:',
  'Am So., 1. März 2026 um 21:43 Uhr schrieb\nbob <bob@example.com>:',
  'Em dom., 1 de mar. de 2026 às 21:43,\nbob <bob@example.com>\nescreveu:',
  'ne 1. 3. 2026 v 21:43\nodesílatel bob <bob@example.com>\nnapsal:',
]

const blocks = [
  'From: bob <bob@example.com>\nSent: Sunday, March 1, 2026 9:43 PM\nTo: dana\nSubject: Report',
  'Von: bob <bob@example.com>\nGesendet: Sonntag, 1. März 2026 21:43\nAn: dana\nBetreff: Report',
  'De : bob <bob@example.com>\nEnvoyé : dimanche 1 mars 2026 21:43\nÀ : dana\nObjet : Report',
  'De: bob <bob@example.com>\nEnviado el: domingo, 1 de marzo de 2026 21:43\nPara: dana\nAsunto: Report',
  'Da: bob <bob@example.com>\nInviato: domenica 1 marzo 2026 21:43\nA: dana\nOggetto: Report',
  'De: bob <bob@example.com>\nEnviada em: domingo, 1 de março de 2026 21:43\nPara: dana\nAssunto: Report',
  'Van: bob <bob@example.com>\nVerzonden: zondag 1 maart 2026 21:43\nAan: dana\nOnderwerp: Report',
  'Från: bob <bob@example.com>\nSkickat: den 1 mars 2026 21:43\nTill: dana\nÄmne: Report',
  'Fra: bob <bob@example.com>\nSendt: søndag 1. mars 2026 21:43\nTil: dana\nEmne: Report',
  'Lähettäjä: bob <bob@example.com>\nLähetetty: sunnuntai 1. maaliskuuta 2026 21.43\nVastaanottaja: dana\nAihe: Report',
  'Od: bob <bob@example.com>\nWysłano: niedziela, 1 marca 2026 21:43\nDo: dana\nTemat: Report',
  'Od: bob <bob@example.com>\nOdesláno: neděle 1. března 2026 21:43\nKomu: dana\nPředmět: Report',
  'Feladó: bob <bob@example.com>\nElküldve: 2026. március 1., vasárnap 21:43\nCímzett: dana\nTárgy: Report',
  'De la: bob <bob@example.com>\nTrimis: duminică, 1 martie 2026 21:43\nCătre: dana\nSubiect: Report',
  'Kimden: bob <bob@example.com>\nGönderildi: 1 Mart 2026 Pazar 21:43\nKime: dana\nKonu: Report',
  'От: bob <bob@example.com>\nОтправлено: воскресенье, 1 марта 2026 г. 21:43\nКому: dana\nТема: Report',
  'Від: bob <bob@example.com>\nНадіслано: неділя, 1 березня 2026 р. 21:43\nКому: dana\nТема: Report',
  '差出人: bob <bob@example.com>\n送信日時: 2026年3月1日 21:43\n宛先: dana\n件名: Report',
  '发件人: bob <bob@example.com>\n发送时间: 2026年3月1日 21:43\n收件人: dana\n主题: Report',
  '보낸 사람: bob <bob@example.com>\n보낸 날짜: 2026년 3월 1일 일요일 오후 9:43\n받는 사람: dana\n제목: Report',
  'Από: bob <bob@example.com>\nΣτάλθηκε: Κυριακή, 1 Μαρτίου 2026\nΠρος: dana\nΘέμα: Report',
  'מאת: bob <bob@example.com>\nנשלח: יום ראשון 1 מרץ 2026\nאל: dana\nנושא: Report',
  'من: bob <bob@example.com>\nتم الإرسال: الأحد، 1 مارس، 2026\nإلى: dana\nالموضوع: Report',
  '*From:* bob\n*Date:* Sunday\n*To:* dana',
  '-----Original Message-----',
  '-----Ursprüngliche Nachricht-----',
  '-----Message d’origine-----',
  '-----Mensaje original-----',
  '-----Messaggio originale-----',
  '-----Mensagem original-----',
  '-----Oorspronkelijk bericht-----',
  '-----Původní zpráva-----',
  '-----Исходное сообщение-----',
  '-----元のメッセージ-----',
  '---------- Forwarded message ---------',
  'Begin forwarded message:',
  '________________________________',
  'Sent from my iPhone',
  'Sent from Outlook for Android',
  'Von meinem iPhone gesendet',
  'Gesendet von Outlook für iOS auf meinem iPhone',
  'Envoyé de mon iPhone',
  'Enviado desde mi iPhone',
  'iPhoneから送信',
]

describe('nothing that an e-mail quotes is its writer’s word', () => {
  test.each([...introductions, ...blocks])('%s', introduction => {
    expect(left(introduction)).toBe('ok')
    // directly below a command, which stays
    expect(left(introduction, '/done stop-harm\n')).toBe('/done stop-harm')
    expect(left(introduction.replaceAll('\n', '\r\n'), 'ok\r\n')).toBe('ok')
  })

  test('whatever stands above, and however it is broken into lines', () => {
    const above = fc.array(fc.constantFrom('ok', '', '/done stop-harm', 'the key is out'), { maxLength: 4 })
    const broken = fc.constantFrom(...introductions.slice(0, 27)).chain(line =>
      fc
        .subarray(
          [...line.matchAll(/ /g)].map(({ index }) => index),
          { maxLength: 2 },
        )
        .map(at => [...line].map((_, i) => (at.includes(i) ? '\n' : line.charAt(i))).join('')),
    )
    fc.assert(
      fc.property(above, broken, (lines, introduction) => {
        const own = ownWords([...lines, introduction, '/cancel x'].join('\n'))
        expect([introduction, own]).not.toEqual([introduction, expect.stringContaining('/cancel')])
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('what only begins like a quotation is text', () => {
  test.each([
    'From: the logs it is clear',
    'From the logs it is clear:',
    'To: everybody on call',
    'Date: not known',
    'Subject: see above',
    'Date: not known\nSubject: see above',
    'Sent from the host was 2 GB of data',
    'On Sunday the key was used:',
    'At 21:43 the key was used:',
    'On 1 March 2026 at 21:43 this happened:',
    'Done so far:',
    'Von: hier an ist alles klar',
    'De: 10.0.0.1',
    '**Original plan:** isolate it',
    'I wrote to the provider',
    'He left a comment (see above)',
    'Am 1.3. um 21:43 war alles ruhig:',
  ])('%s', line => expect(ownWords(`${line}\n\n/done`)).toBe(`${line}\n\n/done`))
})

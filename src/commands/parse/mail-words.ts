// The words with which mail programs introduce what they quote, by language.

/** "wrote": at the end of the line, the writer before it. */
export const wroteLast = [
  ...['wrote', 'writes', 'schrieb', 'geschrieben', 'écrit', 'escribió', 'scritto', 'escreveu', 'schreef', 'geschreven'],
  ...['skrev', 'skrifaði', 'kirjoitti', 'napisał', 'napisała', String.raw`napisał\(a\)`, 'pisze', 'napsal', 'napsala'],
  ...[
    String.raw`napsal\(a\)`,
    'napísal',
    'napísala',
    String.raw`napísal\(a\)`,
    'napísal/a',
    'napisao',
    'napisala',
    'napisal',
  ],
  ...[
    'írta',
    'a scris',
    'yazdı',
    'написал',
    'написала',
    String.raw`написал\(а\)`,
    'пишет',
    'написав',
    'написала',
    'пише',
  ],
  ...[
    'написа',
    'va escriure',
    'kirjutas',
    'rašė',
    'rakstīja',
    'đã viết',
    'menulis',
    'نوشت',
    'έγραψε',
    'כתב',
    'כתבה',
    'كتب',
  ],
  ...['写道', '寫道', '写道', '撰写', '作成', '書きました', 'のメール', 'のメッセージ', '作成', '작성', '썼습니다'],
].join('|')

/** "wrote", with the writer or the day behind it. */
export const wroteFirst = [
  ...[
    'wrote',
    'schrieb',
    'schreef',
    'skrev',
    'pisze',
    'napisał',
    'napisała',
    String.raw`napisał\(a\)`,
    'napisana przez',
  ],
  ...[
    'napsal',
    'napsala',
    String.raw`napsal\(a\)`,
    'napísal',
    'napísala',
    'írta',
    'kirjoitti',
    'пишет',
    'написал',
    'написала',
  ],
  ...['έγραψε', 'escribió', 'a écrit', 'ha scritto', 'escreveu', 'a scris', 'yazdı', 'بواسطة', 'מאת'],
].join('|')

/** "quoting": in front of the writer. */
export const quoting =
  'quoting|zitat von|zitiere|citando(?: a)?|citation de|citaat van|citerar|citat fra|cytowanie|cytat|cytuję|citace|цитирую|цитата'

/** How a line begins that says when, and by whom. */
export const saidOn =
  'on|le|el|il|il giorno|em|am|op|den|pe|în|dne|dňa|w dniu|dnia|wiadomość|kl|pá|po|út|st|čt|so|ne|στις|в|у|на|в|في|בתאריך|在|于|於'

type Kind = 'from' | 'sent' | 'to' | 'subject'

/** The names of a mail's headers, as mail programs write them above what they quote. */
export const headers: Readonly<Record<Kind, string>> = {
  from: 'from|von|de|van|da|från|fra|lähettäjä|od|nadawca|odesílatel|odosielateľ|feladó|expéditeur|remitente|mittente|afzender|avsändare|de la|expeditor|kimden|gönderen|от|от кого|від|відправник|发件人|寄件者|寄件人|差出人|送信者|보낸 사람|보낸사람|από|מאת|من',
  sent: 'sent|date|gesendet|datum|envoyé|envoyé le|enviado|enviado el|enviada em|enviado em|enviada|fecha|data|inviato|verzonden|skickat|sendt|dato|lähetetty|päivämäärä|päiväys|wysłano|odesláno|odoslané|odesláno|dátum|elküldve|küldve|trimis|tarih|gönderildi|gönderme tarihi|отправлено|дата|надіслано|发送时间|發送時間|日期|送信日時|日付|日時|보낸 날짜|날짜|στάλθηκε|ημερομηνία|נשלח|תאריך|تاريخ|التاريخ|تم الإرسال',
  to: 'to|an|à|a|para|aan|till|til|vastaanottaja|do|adresat|komu|pro|címzett|către|kime|alıcı|кому|收件人|收件者|宛先|받는 사람|받는사람|προς|אל|إلى|cc|kopie|kopia|kopi|копия|抄送|참조',
  subject:
    'subject|betreff|objet|sujet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|tárgy|subiect|konu|тема|主题|主旨|件名|제목|θέμα|נושא|الموضوع',
}

/** What stands between two rows of hyphens above a mail. */
export const original =
  'original|forwarded|reply message|ursprüngliche|weitergeleitete|message|nachricht|mensaje|mensagem|messaggio|bericht|besked|melding|meddelande|viesti|wiadomość|zpráva|správa|üzenet|mesaj|ileti|сообщение|повідомлення|письмо|原始邮件|原始郵件|转发|轉寄|元のメッセージ|転送|원본|전달|μήνυμα|הודעה|رسالة|الأصلية'

/** The line that a telephone adds. */
export const sentFrom = [
  String.raw`(?:sent|gesendet|envoyé|enviado|inviato|verzonden|verstuurd|skickat|sendt|lähetetty|wysłane|wysłano|odesláno|odoslané|elküldve|trimis|отправлено|надіслано|στάλθηκε|נשלח|أُرسلت|أرسلت)\s.{0,40}(?:iphone|ipad|android|samsung|galaxy|outlook|gmail|yahoo|proton\s?mail|mobile|handy|smartphone|telefon|phone|device|mail|mailbox|blackberry|windows|huawei|xiaomi|телефона)\b.{0,20}`,
  'get outlook for .{1,30}',
  'von meinem .{1,40} gesendet',
  String.raw`iphone\s?から送信`,
  String.raw`(?:从我的|發自我的|发自我的|我的)\s?.{1,30}`,
  '나의 .{1,30}에서 보냄',
].join('|')

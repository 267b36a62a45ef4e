import type { Found } from './found.ts'

/** Passwords as programs take them on their command line, where no name tells of them. */
export const commandLinesIn = (text: string): readonly Found[] =>
  patterns.flatMap(pattern =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: whole, groups }) => {
      const value = groups?.value ?? ''
      if (/^(?:["']?\$|\*+|<|\{|-)/.test(value)) return []
      const start = index + whole.lastIndexOf(value)
      return [{ rule: 'password', range: [start, start + value.length] as const, exact: true as const }]
    }),
  )

const some = String.raw`[^\n|;&]{0,300}?`
const value = String.raw`["']?(?<value>[^\s"']{3,300})`

/** With a letter, a digit and a sign, none of them those of a name or an address. */
const strong = String.raw`(?<value>(?=[^\s"']{0,60}\d)(?=[^\s"']{0,60}[A-Za-z])(?=[^\s"']{0,60}[!#$%^&*?~])[^\s"'<>/]{8,80})`

const patterns: readonly RegExp[] = [
  // curl(1), wget(1): `-u user:password`; two numbers are a user's and a group's
  new RegExp(
    String.raw`\b(?:curl|wget|http|https|xh|httpie)\b${some}\s(?:-u|--user|-a|--auth|--proxy-user|-U)[ =]?["']?(?!\d+:\d+\b|\w+:\/\/)[^\s:"'/]{1,100}:${value}`,
    'g',
  ),
  // mysql(1): the password follows without a space
  new RegExp(String.raw`\b(?:mysql|mysqldump|mysqladmin|mysqlimport|mariadb|mariadb-dump)\b${some}\s-p${value}`, 'g'),
  new RegExp(
    String.raw`\b(?:sshpass|mongo|mongosh|mongodump|mongorestore|docker login|podman login|helm registry login|az login|oc login|cf login|7z|zip|unzip)\b${some}\s-p[ =]?${value}`,
    'g',
  ),
  // redis-cli -a, ldapsearch -w, sqlcmd -P, unzip -P, ipmitool -P
  new RegExp(
    String.raw`\b(?:redis-cli\b${some}\s-a|ldap(?:search|add|modify|delete|whoami)\b${some}\s-w|(?:sqlcmd|bcp|unzip|zip|ipmitool)\b${some}\s-P)[ =]?${value}`,
    'g',
  ),
  // smbclient -U user%password, openssl -passin pass:..., chpasswd, PostgreSQL's .pgpass, netrc
  new RegExp(String.raw`\b(?:smbclient|rpcclient|net|mount\.cifs)\b${some}\s-U[ =]?["']?[^\s%"']{1,80}%${value}`, 'g'),
  new RegExp(`-pass(?:in|out)?[ =]pass:${value}`, 'g'),
  new RegExp(String.raw`\bmachine[ \t]+\S{1,200}\s+login\s+\S{1,200}\s+password\s+${value}`, 'g'),
  new RegExp(String.raw`^[\w.*-]{1,200}:(?:\d{4,5}|\*):[^:\s]{1,63}:[^:\s]{1,63}:${value}`, 'gm'),
  new RegExp(
    String.raw`\becho[ \t]+["']?(?:[\w.-]{1,40}:)?${value}["']?[ \t]*\|[ \t]*(?:sudo[ \t]+-S|(?:sudo[ \t]+)?chpasswd|passwd)`,
    'g',
  ),
  // two words with a sign between them, after what tells of both; a number that one types; words that restore a wallet
  /\b(?:login|user(?:name)?|cred(?:ential)?s?)[ :=]{1,3}[\w.@-]{2,64} ?[/|] ?(?=[^\s"']{0,40}\d)(?=[^\s"']{0,40}[A-Za-z])(?<value>[^\s"'/|]{6,100})(?=[\s"']|$)/gi,
  /\bauth ?= ?\(["'][^"'\n]{1,80}["'], ?["'](?<value>[^"'\n]{4,200})/g,
  /\bPIN\b["']?(?: is|:| ?=)? ?["']?(?<value>\d{4,12})\b/g,
  /\b(?:seed|recovery|mnemonic|backup)(?: phrase| words)?["']?\s{0,3}(?:is|:|=)\s{0,3}["']?(?<value>(?:[a-z]{3,8}[ ,]{1,2}){11,23}[a-z]{3,8})/gi,
  // sentences with the password before its name, or behind other words than "is"
  new RegExp(
    String.raw`(?<!\S)["'(]?${strong}["')]?,? (?:is|was|as|being|were) (?:the|our|its|my|his|her|their|a)(?: [\w-]{1,20}){0,2} (?:password|passphrase|passwd|pw)\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\b(?:password|passphrase|passwd|pw)s? (?:from|has been|had been|used to be|were|with|again is|of [\w-]{1,20} is) ["']?${strong}`,
    'gi',
  ),
  // SQL, and users made in Windows
  /\bIDENTIFIED (?:WITH [\w']{1,40} )?BY (?:PASSWORD )?["'](?<value>[^"'\n]{1,300})/gi,
  /\bIDENTIFIED BY (?!["'\s])(?<value>[^\s;"']{4,200})/gi,
  /\bPASSWORD\(["'](?<value>[^"'\n]{4,200})["']\)/g,
  // Oracle: user/password@place
  /\b(?:sqlplus|expdp|impdp|sqlldr|rman target)[ \t]+(?:-\w{1,10}[ \t]+){0,3}["']?[\w$]{1,60}\/(?<value>[^\s"'@/]{3,200})/gi,
  /\bjdbc:oracle:\w{1,10}:[\w$]{1,60}\/(?<value>[^\s"'@]{3,200})(?=@)/gi,
  // Redis, SNMP, what network devices are told
  /\b(?:requirepass|masterauth)[ \t]{1,4}["']?(?<value>[^\s"']{4,300})/g,
  /^[ \t]{0,8}(?:[\w.:-]{1,60}> ?)?AUTH[ \t]{1,4}(?:\w{1,40}[ \t]{1,4})?(?<value>[^\s"']{8,300})[ \t]{0,4}$/gm,
  /\bsnmp-server community[ \t]{1,4}(?<value>[^\s"']{4,100})/gi,
  /\b(?:enable|username[ \t]\S{1,60}(?:[ \t]privilege \d{1,2})?)[ \t](?:secret|password)[ \t]\d[ \t](?<value>[^\s"']{4,200})/gi,
  // PowerShell, Windows, Apache, Vault, Kubernetes
  /\bConvertTo-SecureString[ \t]{1,4}(?:-String[ \t]{1,4})?["'](?<value>[^"'\n$]{3,300})["']/gi,
  /\bPSCredential[^\n"']{0,20}["'][^"'\n]{1,80}["'],[ \t]?["'](?<value>[^"'\n$]{3,300})["']/gi,
  new RegExp(
    String.raw`\b(?:psexec|paexec|winexe|crackmapexec|netexec|nxc|evil-winrm)\b${some}\s-p[ =]?${value}`,
    'gi',
  ),
  /\bnet use[ \t][^\n]{1,200}?[ \t](?<value>[^\s"'/\\:*]{4,100})[ \t]\/user:/gi,
  /\bhtpasswd[ \t]-\w{0,6}b\w{0,6}[ \t](?:\S{1,200}[ \t])?\S{1,80}[ \t](?<value>[^\s"']{4,200})[ \t]{0,4}$/gm,
  /\bssh[ \t]{1,4}[\w.-]{1,60}:(?<value>[^\s"'@/]{4,100})(?=@[\w.-])/g,
  /\bvault login[ \t]{1,4}(?!-)(?:token=)?(?<value>(?=[^\s"']{0,60}\d)[^\s"']{16,300})/g,
  /--from-literal[ =]["']?[\w.-]{1,80}=(?<value>[^\s"']{8,300})/g,
  /\bnet user [^\s"'/]{1,80} (?<value>[^\s"'/]{4,100}) \/add\b/gi,
]

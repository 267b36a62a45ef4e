import type { Draw } from './corpus.ts'

const hexes = '0123456789abcdef'
const lower = 'abcdefghijklmnopqrstuvwxyz'
const safe = 'bcdfghjklmnpqrstvwxz2456789'

const word = (draw: Draw) =>
  draw.one([
    'billing',
    'checkout',
    'auth',
    'gateway',
    'worker',
    'search',
    'profile',
    'ledger',
    'mailer',
    'session',
    'token-service',
    'secret-sync',
    'vault',
    'login',
  ])
const person = (draw: Draw) =>
  draw.one(['alice', 'bob', 'dana', 'erin', 'root', 'admin', 'deploy', 'postgres', 'www-data'])
const ip = (draw: Draw) => `10.${draw.int(256)}.${draw.int(256)}.${draw.int(256)}`
const sha = (draw: Draw) => draw.of(hexes, 40)
const digest = (draw: Draw) => `sha256:${draw.of(hexes, 64)}`
const uuid = (draw: Draw) => [8, 4, 4, 4, 12].map(size => draw.of(hexes, size)).join('-')
const pod = (draw: Draw) => `${word(draw)}-${draw.of(hexes, 10)}-${draw.of(safe, 5)}`
const two = (draw: Draw, below: number) => String(draw.int(below)).padStart(2, '0')
const clock = (draw: Draw) => `${two(draw, 24)}:${two(draw, 60)}:${two(draw, 60)}`
const day = (draw: Draw) =>
  `2026-${String(draw.int(12) + 1).padStart(2, '0')}-${String(draw.int(28) + 1).padStart(2, '0')}`
const at = (draw: Draw) => `${day(draw)}T${clock(draw)}.${draw.of('0123456789', 3)}Z`
const path = (draw: Draw) =>
  `/${draw.one(['api/v1', 'v2', 'static', 'healthz', 'oauth/token', 'password/reset', 'login'])}/${word(draw)}/${draw.int(10_000)}`
const port = (draw: Draw) => 1024 + draw.int(60_000)

/** What logs, tools and people write every day, without a secret in it; more than a few about passwords and tokens. */
export const ordinary: readonly ((draw: Draw) => string)[] = [
  d =>
    `${ip(d)} - ${person(d)} [27/Nov/2026:${clock(d)} +0000] "GET ${path(d)} HTTP/1.1" ${d.one([200, 301, 404, 500])} ${d.int(90_000)} "-" "Mozilla/5.0 (X11; Linux x86_64)"`,
  d =>
    `Nov 27 ${clock(d)} web-${d.int(9)} sshd[${d.int(30_000)}]: Failed password for ${person(d)} from ${ip(d)} port ${port(d)} ssh2`,
  d =>
    `Nov 27 ${clock(d)} web-${d.int(9)} sshd[${d.int(30_000)}]: Failed password for invalid user ${person(d)}${d.int(99)} from ${ip(d)} port ${port(d)} ssh2`,
  d =>
    `Nov 27 ${clock(d)} web-${d.int(9)} sshd[${d.int(30_000)}]: Accepted publickey for ${person(d)} from ${ip(d)} port ${port(d)} ssh2: ED25519 SHA256:${d.of(`${lower}ABCDEFG0123456789+/`, 43)}`,
  d =>
    `Nov 27 ${clock(d)} host kernel: [${d.int(90_000)}.${d.of('0123456789', 6)}] Out of memory: Killed process ${d.int(30_000)} (${word(d)}) total-vm:${d.int(9_000_000)}kB`,
  d =>
    `Nov 27 ${clock(d)} host systemd[1]: ${word(d)}.service: Main process exited, code=exited, status=${d.int(3)}/FAILURE`,
  d =>
    `Nov 27 ${clock(d)} host sudo: ${person(d)} : TTY=pts/${d.int(9)} ; PWD=/home/${person(d)} ; USER=root ; COMMAND=/usr/bin/systemctl restart ${word(d)}`,
  d => `commit ${sha(d)}`,
  d => `${sha(d).slice(0, 7)} Merge pull request #${d.int(9_000)} from acme/${word(d)}-${d.int(99)}`,
  d => `index ${sha(d).slice(0, 7)}..${sha(d).slice(0, 7)} 100644`,
  d => `HEAD is now at ${sha(d).slice(0, 8)} Rotate the ${word(d)} token every ${d.int(90)} days`,
  d =>
    `Normal  Pulled  ${d.int(59)}s  kubelet  Successfully pulled image "registry.example/${word(d)}@${digest(d)}" in ${d.int(9)}.${d.int(900)}s`,
  d => `${pod(d)}   1/1   Running   ${d.int(9)}   ${d.int(99)}d`,
  d =>
    `Warning  FailedMount  kubelet  MountVolume.SetUp failed for volume "${word(d)}" : secret "${word(d)}-credentials" not found`,
  d => `Error: secret "${word(d)}-tls" not found in namespace "${word(d)}"`,
  d => `      secretName: ${word(d)}-tls-${d.of(safe, 5)}`,
  d => `      secretKeyRef: { name: ${word(d)}-secrets, key: ${word(d)}-password }`,
  d => `  serviceAccountToken: { path: token, expirationSeconds: ${d.int(9_000)} }`,
  d => `default-token-${d.of(safe, 5)}   kubernetes.io/service-account-token   3   ${d.int(400)}d`,
  d =>
    `I1127 ${clock(d)}.${d.of('0123456789', 6)}       1 controller.go:${d.int(900)}] "Reconciling" pod="${word(d)}/${pod(d)}" uid="${uuid(d)}"`,
  d =>
    `${at(d)} INFO request_id=${uuid(d)} trace_id=${d.of(hexes, 32)} span_id=${d.of(hexes, 16)} path=${path(d)} status=200 dur=${d.int(900)}ms`,
  d =>
    `{"time":"${at(d)}","level":"info","msg":"request done","request_id":"${uuid(d)}","user":"${person(d)}","status":${d.one([200, 401, 403])},"bytes":${d.int(90_000)}}`,
  d =>
    `{"level":"warn","ts":${1_700_000_000 + d.int(9_000_000)}.${d.int(900)},"caller":"${word(d)}/server.go:${d.int(900)}","msg":"invalid token: token is expired by ${d.int(59)}m"}`,
  d => `{"level":"error","msg":"password authentication failed","user":"${person(d)}","client":"${ip(d)}:${port(d)}"}`,
  d => `traceparent: 00-${d.of(hexes, 32)}-${d.of(hexes, 16)}-01`,
  d => `X-Request-Id: ${uuid(d)}`,
  d => `ETag: "${d.of(hexes, 32)}"`,
  d => `x-amz-request-id: ${d.of('ABCDEFGHJKMNPQRSTVWXYZ0123456789', 16)}`,
  d => `    at ${word(d)}.handle (/srv/app/src/${word(d)}.ts:${d.int(900)}:${d.int(90)})`,
  d =>
    `	at com.acme.${d.one(['auth', 'billing'])}.TokenService.refresh(TokenService.java:${d.int(900)}) ~[app.jar:2.${d.int(30)}.${d.int(9)}]`,
  d => `  File "/srv/app/${d.one(['auth', 'login', 'password_reset'])}.py", line ${d.int(900)}, in check_password`,
  d =>
    `goroutine ${d.int(900)} [running]: main.(*Server).issueToken(0xc000${d.of(hexes, 6)}, {0xc000${d.of(hexes, 6)}, 0x${d.of(hexes, 2)}})`,
  d =>
    `${day(d)} ${clock(d)}.${d.of('0123456789', 3)} UTC [${d.int(30_000)}] FATAL:  password authentication failed for user "${person(d)}"`,
  d =>
    `${day(d)} ${clock(d)} UTC [${d.int(30_000)}] LOG:  duration: ${d.int(9_000)}.${d.int(900)} ms  statement: SELECT id, token_id FROM sessions WHERE user_id = ${d.int(90_000)}`,
  d => `Access denied for user '${person(d)}'@'${ip(d)}' (using password: YES)`,
  d => `Access denied for user '${person(d)}'@'localhost' (using password: NO)`,
  d =>
    `psql: error: connection to server at "db-${d.int(9)}.example" (${ip(d)}), port 5432 failed: FATAL: no password supplied`,
  d =>
    `npm http fetch GET 200 https://registry.example/${word(d)}/-/${word(d)}-${d.int(9)}.${d.int(30)}.${d.int(9)}.tgz ${d.int(900)}ms`,
  d => `      "integrity": "sha512-${d.of(`${lower}ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/`, 86)}==",`,
  d => `Step ${d.int(20)}/20 : RUN ---> Using cache ---> ${d.of(hexes, 12)}`,
  d => `latest: digest: ${digest(d)} size: ${d.int(9_000)}`,
  d =>
    `docker run -u ${d.int(2_000)}:${d.int(2_000)} -p ${port(d)}:80 registry.example/${word(d)}:${sha(d).slice(0, 12)}`,
  () => '::add-mask::***',
  d => `Run actions/checkout@${sha(d)} with token: ***`,
  () => '  env: DB_PASSWORD: *** API_TOKEN: ***',
  d => `  password: \${{ secrets.${d.one(['REGISTRY_PASSWORD', 'NPM_TOKEN', 'DEPLOY_KEY'])} }}`,
  d => `  token: \${${d.one(['GITHUB_TOKEN', 'API_TOKEN'])}}`,
  d => `password = os.environ["DB_PASSWORD"]  # line ${d.int(900)}`,
  d => `const token = await getToken(${person(d)}Id)`,
  d => `  password: process.env.DB_PASSWORD, // ${d.int(90)}`,
  d => `if (!user.checkPassword(password)) throw new InvalidPassword(${d.int(90)})`,
  d => `def reset_password(self, token: str, new_password: str) -> None:  # ${d.int(90)}`,
  d => `aws_iam_access_key.${person(d)}: Creation complete after ${d.int(9)}s [id=${word(d)}]`,
  () => '  + password = (sensitive value)',
  d => `  + secret_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:${word(d)}-${d.of(lower, 6)}"`,
  d => `aws_instance.${word(d)}: Refreshing state... [id=i-0${d.of(hexes, 16)}]`,
  d => `http_requests_total{method="GET",handler="${path(d)}",code="200"} ${d.int(900_000)}`,
  d =>
    `usage: prompt_tokens=${d.int(9_000)} completion_tokens=${d.int(900)} total_tokens=${d.int(9_000)} max_tokens=${d.int(4_096)}`,
  d => `token count: ${d.int(90_000)}, tokens: ${d.int(90_000)}, token_type: bearer`,
  d => `SyntaxError: Unexpected token '<', "<!DOCTYPE "... is not valid JSON (line ${d.int(900)})`,
  d => `parse error: unexpected token: identifier at ${d.int(900)}:${d.int(90)}`,
  d => `CSRF token missing or incorrect: ${path(d)}`,
  d => `Token expired at ${at(d)}; refreshing for ${person(d)}`,
  d => `Password for ${person(d)} was changed by ${person(d)} at ${clock(d)} UTC`,
  d => `password policy: min length ${d.int(20)}, expires in ${d.int(90)} days`,
  d => `The password was rotated at ${clock(d)} by ${person(d)}, the old one was revoked`,
  d => `we revoked the deploy key of ${word(d)} and the token of ${person(d)}`,
  d => `Secret ${word(d)}/${word(d)}-credentials updated (version ${d.int(90)})`,
  d => `vault: lease_id=database/creds/${word(d)}/${d.of(`${lower}ABCDEFG0123456789`, 24)} ttl=${d.int(90)}m`,
  d =>
    `haproxy[${d.int(30_000)}]: ${ip(d)}:${port(d)} [27/Nov/2026:${clock(d)}.${d.int(900)}] https~ ${word(d)}/web-${d.int(9)} 0/0/${d.int(90)}/${d.int(900)}/${d.int(900)} 200 ${d.int(90_000)} - - ---- 1/1/0/0/0 0/0 "POST /oauth/token HTTP/1.1"`,
  d =>
    `[${at(d)}] "POST /v1/token HTTP/2" 200 - 0 ${d.int(900)} ${d.int(90)} "${ip(d)}" "curl/8.5.0" "${uuid(d)}" "${word(d)}.example:443"`,
  d => `redis: ${d.int(30_000)}:M 27 Nov 2026 ${clock(d)}.${d.int(900)} * Background saving terminated with success`,
  d => `NOAUTH Authentication required. (${ip(d)}:6379)`,
  d => `Certificate fingerprint: ${Array.from({ length: 20 }, () => d.of('0123456789ABCDEF', 2)).join(':')}`,
  d =>
    `link/ether ${Array.from({ length: 6 }, () => d.of(hexes, 2)).join(':')} brd ff:ff:ff:ff:ff:ff inet6 fe80::${d.of(hexes, 4)}:${d.of(hexes, 4)}/64`,
  d => `https://acme.example/${word(d)}?page=${d.int(90)}&next_token=${d.of(hexes, 24)}&sort=asc`,
  d => `https://github.com/acme/${word(d)}/commit/${sha(d)}#diff-${d.of(hexes, 64)}`,
  d => `git clone git@github.com:acme/${word(d)}.git && cd ${word(d)}`,
  d => `http://${word(d)}.example:${port(d)}/a@b?c=d`,
  d => `ssh -i ~/.ssh/id_ed25519 ${person(d)}@${ip(d)} -p ${port(d)}`,
  d => `From: ${person(d)}@acme.example Message-ID: <${d.of(hexes, 20)}.${d.int(90_000)}@mail.acme.example>`,
  d =>
    `ansible: ok: [web-${d.int(9)}] => {"changed": false, "checksum": "${sha(d)}", "mode": "0600", "path": "/etc/${word(d)}/password.conf"}`,
  d => `md5 ${d.of(hexes, 32)}  ${word(d)}-${d.int(9)}.tar.gz`,
  d =>
    `cloud-init[${d.int(3_000)}]: ci-info: | ${person(d)} | ${Array.from({ length: 8 }, () => d.of(hexes, 2)).join(':')} | no comment |`,
  d =>
    `| ${word(d)} | ${person(d)} | ${clock(d)} UTC | ${d.one(['done', 'open', 'password reset', 'token revoked'])} |`,
  d => `- [x] rotate the API key of ${word(d)} (${person(d)}, ${clock(d)} UTC)`,
  d => `AccessKeyId: ******** SecretAccessKey: ******** Region: eu-west-${d.int(3) + 1}`,
  d =>
    `audit: type=USER_AUTH msg=audit(${1_700_000_000 + d.int(9_000_000)}.${d.int(900)}:${d.int(9_000)}): pid=${d.int(30_000)} uid=0 res=failed acct="${person(d)}" exe="/usr/sbin/sshd"`,
  d => `WARN  o.s.security - Using generated security password is disabled for ${word(d)} (${d.int(99)})`,
  d => `session opened for user ${person(d)}(uid=${d.int(2_000)}) by (uid=0), session=${d.int(9_000)}`,
  d => `Set the secret in 1Password, item "${word(d)} ${d.int(90)}", then run /done rotate-${word(d)}`,
  d => `key=${word(d)}:${d.int(90_000)} hit=true ttl=${d.int(900)}`,
  d => `PASS: Test${d.one(['TokenRefresh', 'PasswordReset', 'SecretStore'])} (${d.int(9)}.${d.int(90)}s)`,
  d => `auth=${d.one(['ok', 'failed', 'none'])} method=${d.one(['password', 'token', 'publickey'])} user=${person(d)}`,
  d => `credentials: ${d.one(['valid', 'expired', 'missing'])}, login: ${person(d)}, host: ${ip(d)}`,
  d => `spec.template.metadata.annotations.checksum/secret: ${d.of(hexes, 64)}`,
]

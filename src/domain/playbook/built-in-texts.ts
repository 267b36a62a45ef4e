// Made from templates/playbooks by `npm run generate`: change it there.

export const builtInTexts: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'breach.md',
    text: `---
title: Breach
severity: SEV-1
summary: Somebody had access, or something is not as it should be. Work from the symptom, system by system.
confidential: true
source: Albert Heinle's article "You have been breached... now what?" (CoGuard), in our own words
phases:
  Assemble: Respond (RS.MA)
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
  Recover: Recover (RC.RP)
  Communicate: Respond (RS.CO)
roles: [incident-commander, communications, forensics, security, service, engineering-lead, marketing, site-reliability]
include: [security-incident, rebuild-machines]
---
**Don't panic. Don't wipe and reinstall anything yet. Follow the plan: it is this list.** Stop data from being taken,
preserve evidence, then fix it so that it cannot happen again, in that order.

- **Attack in progress? Power off now. Otherwise memory and logs first.** Disable, do not delete.
- Name each affected system: \`/asset add db-1\`. It gets its own steps: evidence, symptom, who did it, logins. A system
  that is found later starts from the first of them.
- It may turn out to be a bug. That is a good outcome; it needs evidence too.
- "Who would do this?", "it was surely...", "I told you so": not now. Do not voice guesses about people, and write none
  down.

## Assemble

- [ ] \`follow-plan\` Follow the plan and write down the open questions (incident-commander, within 15m, required)

  A breach without a plan is a scramble, and the worst mistakes happen in a scramble. Read this list aloud once, to the
  end.

  1. At least two people: one writes, one acts.
  2. The questions, each with what we know and how: Is it still going on? How did they get in? When? What did they read,
     change, delete? Where are the backups, and from which day? \`/timeline\` for each answer.
  3. Nobody wipes, restores, reinstalls or "quickly cleans up" before there is an image. Say it aloud, to everyone.
  4. Work that is missing in this plan: \`/step add <title> (terms)\`.

## Contain

- [ ] \`preserve-evidence\` Preserve the evidence of this system (forensics, per asset, within 1h, required)

  Resist the urge to fix it at once. Evidence that is destroyed now is missing later.

  - Its memory and what is running, if it still runs and no attack goes through it: \`ps auxwwf; sudo ss -tunap; w\` into
    a file on another machine, memory with \`avml\`.
  - **All its logs**: system (from the machine that keeps evidence:
    \`ssh -o ForwardAgent=no <machine> 'sudo tar -C / -czf - var/log' > <name>.tgz\`), firewall (\`sudo nft list ruleset\`,
    \`sudo iptables-save -c\`), network access and flow logs, load balancer, VPN, the provider's audit log, the
    application's.
  - Stop rotation and clean-up jobs that would take the oldest away tonight.
  - Note who took what, when, and its \`sha256sum\`. Images of the disks: \`image-disks\`.

- [ ] \`disable-access\` Disable access to the breached systems (security, within 1h, required)

  **Disable, do not delete.** In a server room it can be as simple as pulling the line to the Internet; in a cloud there
  is no such line, and each route has to be found.

  - Servers: network off, or a security group without rules. Connections that are open survive a changed group: stop
    them.
  - Access points, VPN, bastion hosts, firewall rules that let in from outside, peerings and tunnels to other networks.
  - Roles, keys and federations at the provider: deactivate; \`/playbook add cloud-key\` has the commands.
  - Build services and deployment keys: they can put anything anywhere.
  - Note everything that you switched off, in order: you need the list to bring it back.

- [ ] \`change-passwords\` Change all passwords and disable unneeded accounts (security, within 1d, required, after \`disable-access\`)

  All of them: first those within the attacker's reach, then the rest.

  - **Document the old ones for later analysis: in the vault, never here or in the chat.** A sealed entry that only
    forensics can read: which account, valid until when. They show later whether one was tried, or was on a leaked list.
  - Disable accounts that are not essential now: guests, former colleagues, tests, integrations that can wait. Do not
    delete them: their logs and files stay.
  - Use a clean machine, and end sessions at the same time. A password changed while they listen is theirs again:
    \`disable-access\` comes first.
  - Give shared accounts one owner, or close them. \`/exposed account <name>\` for each that others used.

## Investigate

- [ ] \`start-from-symptom\` Start from the symptom (forensics, per asset, required)

  Stay as close to it as you can: what exactly is wrong here, and since when?

  - Rows that are new, changed or gone? The database's log says when and by which user, and from which address:
    \`grep -E 'INSERT|UPDATE|DELETE' postgresql.log\` around that time, with the connection's line before it.
  - More outgoing traffic, a fan that runs at night, a bill? Look at that machine's own log:
    \`journalctl --since '<time>'\`, \`sudo ss -tnp\`, \`top -b -n 1 | head -20\`. A crypto miner shows up this way.
  - A mail, a demand, a customer who knows too much? What would one have to have read to know it?
  - Write down: the symptom, its first time, the user or process at its end. \`/timeline\` each.

- [ ] \`find-user\` Find the account or the source (forensics, per asset, required, after \`start-from-symptom\`)

  There are three possible outcomes; write here which it is.

  1. **A user or service is named.** Follow what they did, before and after. *Is there an innocent explanation: a fault
     of ours, a job that ran twice, a migration?* Then **it was a bug**: reproduce it in a copy, and the IC closes
     (\`/cancel it was a bug: ...\`, or a lower severity if data was harmed).
  2. There is none: as a precaution change that user's password now, end the sessions, and check where the logins came
     from: \`examine-logins\`.
  3. **No user can be named.** Then the source is one of our own machines: the address in the log says which.
     **\`/asset add <that machine>\`, and start again there** with \`preserve-evidence\` and \`start-from-symptom\`.

- [ ] \`examine-logins\` Examine the logins and decide which case it is (forensics, per asset, required, after \`find-user\`)

  In the authentication system: when did this user or service start sessions, and from where? Then ask them, by voice.

  1. **A login that was clearly not theirs.** The best case. New credentials, all sessions ended:
     \`/exposed account <name>\`. Then find out how the password leaked.
  2. **The login was theirs, but they did not do it.** Go through the traffic of that session: several addresses,
     another browser, a pace that no person has? Then a third party used their session or token. New credentials, all
     sessions ended; then find out how the token leaked: \`check-libraries\`.
  3. **There was no login, and yet somebody acted as this user.** The worst case: an entry point needs no
     authentication. Do \`test-endpoints\`; the service stays closed until then.

  Write the number here. No account at all, as at \`find-user\` 3? Say so, and \`/done\`.

## Eradicate

- [ ] \`check-libraries\` Check the authentication system and its libraries (service, after \`examine-logins\`)

  For the second case: a session was spoofed, or a token taken.

  - Is the authentication system up to date, and every library that it depends on? \`npm audit\`, \`pip-audit\`,
    \`trivy image <image>\`; then its name and version at https://nvd.nist.gov, for vulnerabilities in active use.
  - The same for the front end, where the token is used to call the server: scripts of others, \`innerHTML\`, tokens in
    \`localStorage\`, in addresses, in logs and error trackers.
  - Cookies \`HttpOnly\`, \`Secure\`, \`SameSite\`; tokens that end soon, are bound to one audience, and can be revoked;
    signatures checked, \`alg: none\` refused.
  - Not the case for any account? \`/skip\` with that reason.

- [ ] \`test-endpoints\` Test that no endpoint answers without authentication (service, after \`examine-logins\`)

  For the third case.

  - List every route from the code or the router, not from the documentation. For each a test without a login, one with
    somebody else's, one with an ended session: 401, 403 or 404, each time. They run with every change from now on.
  - Enforce an API description: OpenAPI with \`security\` at the top, so that an endpoint is closed unless it says
    otherwise, and a gateway or middleware that rejects what is not described.
  - Also what is not meant for browsers: administration, metrics, debug, internal ports (\`sudo ss -tlnp\`), queues,
    webhooks.
  - Read the logs of endpoints that were found open: used since when, by whom?

- [ ] \`harden\` Harden what let them in and what hid them (security, required, after \`examine-logins\`)

  - Close the attack vector on every system of its kind, with a test or alert for it.
  - Fix what was missing in the investigation: a log that did not exist, a shared account, ten days of retention. Each
    is in the checklist \`readiness\`; open that review when this is over.
  - Reduce the attack surface: ports, accounts, rights, networks that can reach each other.
  - Each change with its reason, as a pull request that does not mention the incident before the IC allows it.

## Recover

- [ ] \`return-online\` Bring systems back online one by one (site-reliability, required, after \`harden\`)

  - In the reverse order of the list at \`disable-access\`, each approved by the IC. One at a time, an hour apart.
  - A machine that they were on does not come back: its replacement does (\`build-replacement\`), with data from a backup
    older than their first trace.
  - Before each: attack vector closed, new credentials, logs arriving at the central place.
  - After each: compare logins, outgoing traffic and errors with the normal. Anything suspicious: switch it off again.
`,
  },
  {
    name: 'cloud-key.md',
    text: `---
title: Cloud API key leaked
severity: SEV-1
summary: A key to the cloud provider's API was exposed. Machines, data and money are within its reach.
confidential: true
source: The public "Incident Response Guidelines for Developers" and AWS's documentation, in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
  Recover: Recover (RC.RP)
  Communicate: Respond (RS.CO)
  Learn: Identify (ID.IM)
roles: [incident-commander, communications, forensics, security, service, site-reliability]
include: [trace-leak, notify-parties]
---
**Deactivate it now; do not delete it.** Programs find a published key within minutes. A deleted key can no longer be
traced to its user, and cannot be restored. Then end the sessions started with it: they outlive the key.

- **Never write the key here, nor its secret**: its last four characters at most, and the user's or role's name.
- The commands are AWS's; other providers have the same five things under other names. Use credentials of your own, from
  a clean machine, never the leaked ones "to look".
- Machines that it made or touched: stop, do not terminate. \`/asset add <id>\` and \`/playbook add rebuild-machines\` for
  ours.

## Contain

- [ ] \`deactivate-key\` Deactivate the key (security, within 15m, required)

  - Whose is it? \`aws iam get-access-key-last-used --access-key-id <id>\` says user, service, region and time of its last
    use.
  - \`aws iam update-access-key --user-name <user> --access-key-id <id> --status Inactive\`. **Not \`delete-access-key\`.**
  - The root user's key? Only root can: log in as root with MFA, *Security credentials*. Then its password as well.
  - Production stops with it? Create the new key first if that takes minutes (\`replace-cloud-key\`), but not if the old
    one is being misused.
  - Check the user's other key and a console password: \`aws iam list-access-keys --user-name <user>\`,
    \`aws iam get-login-profile --user-name <user>\`.

- [ ] \`end-cloud-sessions\` End the sessions issued from it (security, within 30m, required)

  Temporary credentials live up to 36 hours, whatever happens to the key. They cannot be revoked, only denied.

  - The user: an inline policy that denies everything to sessions from before now: \`aws iam put-user-policy --user-name
    <user> --policy-name deny-old-sessions --policy-document file://deny.json\`, with

    \`\`\`json
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Deny",
          "Action": "*",
          "Resource": "*",
          "Condition": { "DateLessThan": { "aws:TokenIssueTime": "2026-01-31T14:05:00Z" } }
        }
      ]
    }
    \`\`\`

    with the current time, in UTC.
  - Each role that it could take (\`AssumeRole\` in the audit log): in the console, the role, *Revoke sessions*, or the
    same policy by \`aws iam put-role-policy\`. Services of ours that use the role fetch new credentials by themselves.
  - A federation token issued from it (\`GetFederationToken\`) opens the console too; the user's policy above blocks it.

## Investigate

- [ ] \`read-audit-log\` Read the key's audit log in every region (forensics, within 4h, required)

  CloudTrail keeps 90 days of management events in each region, even if nobody set it up.

  - One file for each region; users and sign-ins of the whole account are in that of us-east-1:

    \`\`\`sh
    for r in $(aws ec2 describe-regions --query 'Regions[].RegionName' --output text); do
      aws cloudtrail lookup-events --region "$r" --output json \\
        --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=<id> > "uses-$r.json"
    done
    \`\`\`

  - Then the same for each temporary key issued from it: the response of \`AssumeRole\` and \`GetSessionToken\` in the
    events names them. Follow that chain to its end.
  - First: \`GetCallerIdentity\`, \`List*\`, \`Describe*\` from an unknown address is reconnaissance. \`StopLogging\`,
    \`DeleteTrail\`, \`PutEventSelectors\` is somebody hiding their tracks.
  - Reads of objects are not in it: a trail with data events, or the bucket's access log, has those if it was switched
    on.
  - Save the files off-site. Record each finding with its time: \`/timeline\`.

- [ ] \`find-creations\` Find what it created: users, roles, keys, machines (forensics, within 4h, required)

  Attackers come back through these. Check every region: they choose the one that nobody looks at.

  - In the audit log: \`CreateUser\`, \`CreateAccessKey\`, \`CreateLoginProfile\`, \`CreateRole\`, \`UpdateAssumeRolePolicy\`,
    \`Attach*Policy\`, \`Put*Policy\`, \`RunInstances\`, \`ImportKeyPair\`, \`CreateFunction*\`, \`CreateStack\`,
    \`ModifySnapshotAttribute\`, \`AuthorizeSecurityGroupIngress\`.
  - And the current state: \`aws iam list-users --query 'Users[].[CreateDate,UserName]' --output text | sort\`, the same
    with \`list-roles\`; \`aws iam generate-credential-report\`, then \`get-credential-report\`, for every user's keys and
    their age.
  - Machines, region by region; containers, functions and notebooks as well:

    \`\`\`sh
    for r in $(aws ec2 describe-regions --query 'Regions[].RegionName' --output text); do
      echo "$r"; aws ec2 describe-instances --region "$r" --output text \\
        --query 'Reservations[].Instances[].[LaunchTime,InstanceId,InstanceType,State.Name]'
    done
    \`\`\`

  - Disable each at once, in this order: keys, sessions, users, machines (**stop**). List each here by name.

- [ ] \`list-reach\` List what its role could read and change (security, required)

  What it could do is the upper bound; what it did is in the log, as far as there is one.

  - \`aws iam list-attached-user-policies --user-name <user>\`, \`list-user-policies\`, \`list-groups-for-user\` and the
    groups' own; the same for each role that it could take.
  - Check what matters most:

    \`\`\`sh
    aws iam simulate-principal-policy --policy-source-arn <arn of user or role> --output text \\
      --action-names s3:GetObject secretsmanager:GetSecretValue ssm:GetParameter rds:CreateDBSnapshot \\
      --query 'EvaluationResults[].[EvalActionName,EvalDecision]'
    \`\`\`

  - Buckets, snapshots, queues: \`/exposed data <name>\`. Secrets and parameters it could read:
    \`/exposed credential <name>\` for each.

- [ ] \`check-cost\` Check the cost (site-reliability, required)

  Crypto mining shows on the bill first, with a few hours' delay.

  - By region, then the same with \`SERVICE\`; compare with the month before:

    \`\`\`sh
    aws ce get-cost-and-usage --time-period Start=<first day>,End=<tomorrow> --granularity DAILY \\
      --metrics UnblendedCost --group-by Type=DIMENSION,Key=REGION
    \`\`\`

  - Raised quotas, bulk e-mail (SES), domains bought, reserved capacity.
  - The provider sometimes waives it: note the amount; the IC approves what they are told.
  - Set a budget alarm now, if there was none.

## Eradicate

- [ ] \`remove-creations\` Remove what it created (security, required, after \`find-creations\` \`read-audit-log\`)

  Only after each is recorded and its evidence saved: a snapshot of a machine's disks, the code of a function, the
  policy of a role (\`aws iam get-role --role-name <role>\`).

  - Already disabled? Then there is time: wait a day to see who misses it.
  - Widened rights on our own resources are the easiest to forget: trust policies, bucket policies, security groups,
    shared snapshots.
  - Repeat the commands of \`find-creations\` the next day. Anything new means that an attack vector is still open.

## Recover

- [ ] \`replace-cloud-key\` Issue a replacement credential (service, required)

  - Better than a new key: a role for the machine, or OpenID Connect for the build, so that there is no long-lived
    credential to leak.
  - Else a new key (\`aws iam create-access-key --user-name <user>\`) straight into the vault, only with the rights that
    the log shows we used, and only from our addresses.
  - If many places use it: \`/exposed credential <name>\` opens a checklist for it.
  - The old one stays inactive until the post-mortem is finished. Nothing of ours should still use it:
    \`get-access-key-last-used\`.
`,
  },
  {
    name: 'debug-traceback.md',
    text: `---
title: Debug traceback exposed data
severity: SEV-3
summary: An error page in debug mode showed code, settings or data to visitors.
confidential: true
source: The public "Incident Response Guidelines for Developers", in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
  Communicate: Respond (RS.CO)
  Learn: Identify (ID.IM)
roles: [incident-commander, communications, forensics, security, service]
include: [exposed-content]
---
**Switch debug mode off at once, in production and on every public staging machine.** Then read the page as a stranger
would: settings, variables, paths, queries. Anybody could trigger it with any broken request.

## Contain

- [ ] \`disable-debug\` Switch debug mode off (service, within 15m, required)

  - Django: \`DEBUG = False\`, and \`ALLOWED_HOSTS\` set, or it answers only 400. Check where the value comes from: an
    environment variable \`DEBUG=False\` is a true string unless it is parsed. Restart every worker.
  - On **all** public machines: production, staging, previews, the old one that nobody looks at.
  - Verify: \`curl -s https://<host>/no-such-page-1 | grep -ciE 'DEBUG = True|Traceback|Werkzeug'\` says 0.
  - Flask or another with an interactive console (Werkzeug)? Visitors could run code: \`/playbook add server-access\`.

## Investigate

- [ ] \`read-traceback\` Write down what the page showed (forensics, within 2h, required)

  Reproduce the error in a copy of that version, never in public, and go through the page from top to bottom.

  - Local variables of each frame: the request, people's data, passwords in forms. Cookies and headers of the visitor's
    own session.
  - Settings: names with API, KEY, PASS, SECRET, SIGNATURE or TOKEN are masked by Django, others are not: a database URL
    with its password, for example. Some other frameworks show the environment too.
  - Queries, paths, versions: where the next attack would start.
  - Who saw it: log lines with 500 and a large response, \`awk '$9 == 500 && $10 > 20000' access.log\`; debug mode's 404
    page shows the site's list of addresses as well.

- [ ] \`find-debug-cause\` Find out how debug mode was switched on (service)

  - Which change, by whom or what, since when: \`git log -S'DEBUG' --format='%ad %h %an' -- '*settings*' '*.env*'\`, and
    the deployment's own log. That time is where the exposure begins: \`/timeline\`.
  - Was it switched on to debug something else, and left on? Then people need another way to see errors: an error
    tracker.
  - Could an outsider have done it? A setting that nobody changed is more than a mistake.

## Eradicate

- [ ] \`treat-credentials\` Treat every credential it showed as exposed (security, within 4h, required, after \`read-traceback\`)

  - \`/exposed credential <name>\` for each: database, mail, cloud, third parties. That opens steps to revoke it, rotate
    it everywhere and check its use. For a cloud key \`/playbook add cloud-key\`, for a third party's
    \`/playbook add third-party-key\`, for people's passwords \`/playbook add website-credentials\`.
  - Django's \`SECRET_KEY\` signs sessions, resets and links: replace it, and leave the old one out of
    \`SECRET_KEY_FALLBACKS\`. This logs everybody out.
  - None was shown? Write which page you looked at, and \`/done\`.

- [ ] \`filter-tracebacks\` Keep secrets out of tracebacks (service)

  Error e-mails and trackers receive tracebacks even with debug mode off.

  - Django: \`@sensitive_variables('password', 'card')\` on functions, \`@sensitive_post_parameters('password')\` on views;
    a subclass of \`SafeExceptionReporterFilter\` with a longer \`hidden_settings\`, named in
    \`DEFAULT_EXCEPTION_REPORTER_FILTER\`. These hide variables only while \`DEBUG\` is off.
  - In the pipeline, before each deployment: \`python manage.py check --deploy --fail-level WARNING\`.
  - From outside, each hour: ask for a page that does not exist, and page somebody if the response has a traceback.
`,
  },
  {
    name: 'directory-listing.md',
    text: `---
title: Content leaked by a directory listing
severity: SEV-3
summary: A web server or a bucket listed the files in a folder, and so exposed files that nobody linked to.
confidential: true
source: The public "Incident Response Guidelines for Developers", in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
  Communicate: Respond (RS.CO)
  Learn: Identify (ID.IM)
roles: [incident-commander, communications, forensics, service, site-reliability]
include: [exposed-content]
---
**Switch listings off everywhere, now**; then count what was in it. Whoever saw the list may have downloaded every file
on it, so presume each one exposed until the logs show otherwise.

## Contain

- [ ] \`disable-listing\` Switch directory listing off (site-reliability, within 30m, required)

  Everywhere, not only for this folder.

  - Apache: \`Options -Indexes\` in the main configuration; look for settings that switch it on again:
    \`sudo grep -rnE '^[^#]*Options.*Indexes' /etc/apache2 /etc/httpd\`, and in each \`.htaccess\`. Then
    \`sudo apachectl configtest && sudo apachectl graceful\`.
  - nginx lists only if configured to: \`sudo nginx -T | grep -n autoindex\`. Remove each \`autoindex on;\`, then
    \`sudo nginx -t && sudo nginx -s reload\`.
  - Buckets list as well: \`aws s3 ls s3://<bucket> --no-sign-request\` must be refused.
  - Verify: \`curl -s <folder> | grep -iE 'index of|<ListBucketResult'\` finds nothing, with and without the trailing
    slash.

## Investigate

- [ ] \`list-exposed-files\` List every file it showed (forensics, within 4h, required)

  - On the server: \`find <folder> -type f -printf '%TY-%Tm-%Td %s %p\\n' | sort\`. Folders below it were listed too. What
    has been deleted since is in the backup of those days.
  - Which were fetched: the log's lines for \`<folder>\` that were answered with 200; first those for the folder itself:
    they show who saw the list.
  - Dumps, backups, \`.git\`, \`.env\`, key files: \`/exposed credential <name>\` and \`/exposed data <name>\` at once.
  - Keep the list with the saved logs. Here: how many files, of which kinds.

## Eradicate

- [ ] \`check-all-servers\` Check all other servers for listings (site-reliability, required)

  Every host, every bucket, staging and old machines too.

  - From outside, over our own list of hosts and the usual folders:
    \`for u in $(cat folders.txt); do curl -s --max-time 10 "$u" | grep -qi 'index of' && echo "$u"; done\`
  - Containers and development servers: \`python -m http.server\` and the like list by default, and are sometimes left
    running.
  - Add this to the standard configuration, with a check that fails if listings come back.

- [ ] \`move-files\` Move out files that need not be there (service, after \`list-exposed-files\`)

  Keep files that are not meant to be downloaded out of the web root: dumps, backups, exports, sources.

  - \`find <web root> -regextype posix-extended -regex '.*\\.(sql|bak|old|zip|tgz|gz|log|pem|env)' -o -name .git\`
  - Move, after \`list-exposed-files\`; delete nothing that is evidence.
  - Serve files that have to stay behind a permission check, see \`fix-permissions\`.
`,
  },
  {
    name: 'exposed-account.md',
    text: `---
title: Exposed account
kind: part
summary: One person's or service's account that others could use. Its finished steps are the proof of its rotation.
source: The response documents of PagerDuty and ShipmentBot, on accounts used in an attack, in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
roles: [forensics, security, service]
---
Opened by \`/exposed account <name>\`. Its owner is a witness and usually a victim: ask by voice, and let somebody else
disable the account.

## Contain

- [ ] \`revoke\` Disable it and end its sessions (security, per asset, within 30m, required)

  Somebody other than its owner does it. **Disable, do not delete**: its files and logs are evidence.

  - At single sign-on: suspend it, end all sessions, remove its devices.
  - Then everywhere that single sign-on does not reach: \`sudo usermod --lock --expiredate 1 <name> && sudo pkill -KILL
    -u <name>\` on machines, personal access tokens and SSH keys at GitHub, keys at the cloud, database users, VPN.
  - Look for what survives a password change: mail forwarding rules, applications with granted access, a second MFA
    device, reset addresses that are not the owner's.

## Eradicate

- [ ] \`rotate-everywhere\` Rotate its credentials on every system (service, per asset, required)

  On **every** system where its owner has an account, not only where it was misused.

  - The list, with the owner by voice: single sign-on, mail, GitHub, cloud, VPN, vault, chat, build server, databases,
    providers, and the private account used to reset any of them.
  - New password, new MFA device, new SSH key and tokens, made on a machine that is known to be clean. Examine the old
    one before it is used again.
  - A shared account? Everybody who knows it is affected; stop sharing it now.
  - Re-enable it only when the list is done, with no more rights than are needed.

## Investigate

- [ ] \`check-use\` Check for unauthorised use (forensics, per asset, required)

  - List its sessions since the exposure: time, address, device, duration. On Linux \`last -Fi <name>\`, at the provider
    the sign-in log. Go through them with the owner: "was that you?"
  - For each that was not: what was read, changed, created? New users, keys, rules, jobs and grants first.
  - What it reached from there: \`/asset add <name>\` for each further system, \`/exposed credential <name>\` for each key.
  - Everything was the owner's? Write how you know, and from which log.
`,
  },
  {
    name: 'exposed-content.md',
    text: `---
title: Exposed content
severity: SEV-3
summary: Unauthorised people could read pages or files at a known address.
confidential: true
source: The public "Incident Response Guidelines for Developers", in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
  Communicate: Respond (RS.CO)
  Learn: Identify (ID.IM)
roles: [incident-commander, communications, forensics, service]
include: [notify-parties]
---
**Close it first, keep the logs, then count.** Nobody broke into the system: something was visible that should not have
been, through somebody's attempt or our own mistake. Its address (URL) is known, so the web server's log shows the
extent, as long as it is not rotated away tonight.

- Do not put the address into a title: whoever gets the e-mail could open it.
- Did it contain credentials? \`/exposed credential <name>\` for each, now. Did somebody log in, or get onto a machine?
  Then it is more than this: \`/playbook add security-incident\`.

## Contain

- [ ] \`close-access\` Close access to it (service, within 30m, required)

  Use whatever is fastest: answer 404 or 410 for the address, put a login in front of it, or take the page offline.

  - nginx, in the \`server\` block: \`location ^~ /private/ { return 404; }\`, then \`sudo nginx -t && sudo nginx -s reload\`.
    Apache: \`Redirect 410 /private/\`, then \`sudo apachectl configtest && sudo apachectl graceful\`.
  - Caches keep serving it: purge it in the CDN as well.
  - Check from outside, without a login: \`curl -s -o /dev/null -w '%{http_code}\\n' <address>\`.
  - Do not delete the content: what was in it decides who has to be notified.

- [ ] \`save-access-logs\` Save the logs before they rotate (forensics, within 1h, required)

  - Copy, do not move: \`sudo tar -czf /srv/evidence/web-logs.tgz /var/log/nginx\` (or \`/var/log/apache2\`), then
    \`sha256sum\` of it. As many days back as there are.
  - The same from every server, load balancer and CDN that serves the address; from storage too, if it logs reads.
  - A rotation tonight would lose the oldest: raise \`rotate\` in \`/etc/logrotate.d/nginx\` now.
  - They contain visitors' IP addresses. Keep them where few can read them, not here.

## Investigate

- [ ] \`check-search-engines\` Check search engines for it (service, required)

  In a private window, at each of the large ones (Google, Bing, and those of the countries where our users are).

  - By address: \`site:example.com/private\`, and by a harmless phrase from it in quotation marks. Never search for a
    secret or a person's name: searches are recorded too.
  - Web archives keep copies as well: \`https://web.archive.org/web/*/<address>\`.
  - Did a crawler come? \`zgrep -hiE 'googlebot|bingbot|yandex|duckduckbot|applebot' /var/log/nginx/access.log* | grep -F
    '<path>'\`
  - How did it get there: a link, a site map, a page that lists it? Fix that as well. Write what was found where.

- [ ] \`measure-exposure\` Measure the extent of the exposure (forensics, required, after \`save-access-logs\`)

  From the saved logs, for the affected paths and the responses that exposed something.

  - Which requests: \`zcat -f access.log* | grep -F '<path>' | awk '$9 ~ /^(200|206|304)$/' > hits.txt\`
  - **How long**: the first and last line, and the deployment that exposed it:
    \`git log -S'<pattern>' --format='%ad %h'\`.
  - **How many**: \`awk '{print $1}' hits.txt | sort | uniq -c | sort -rn\`. Exclude our own addresses, and say so; behind
    a proxy the first field may be the proxy's.
  - **How it was found**: referrers \`awk -F'"' '{print $4}' hits.txt | sort | uniq -c | sort -rn\`, programs the same
    with \`$6\`. Consecutive numbers, one address that fetched everything, a search engine as referrer: each means
    something different.
  - \`/exposed data <name> <count>\`, and the times with \`/timeline\`.

- [ ] \`judge-content\` Assess the content (service)

  Look at what was actually served, not at what should have been there.

  - Which kinds: people's data, contracts, internal documents, credentials, pictures? Whose, and of how many?
  - Deal with credentials in it at once: \`/exposed credential <name>\`. People's data: \`/exposed data <name> <count>\`.
  - Nothing sensitive? Two of you confirm it here, with the reason; the IC may lower the severity.

## Eradicate

- [ ] \`clear-results\` Have the search results removed (service, after \`close-access\` \`check-search-engines\`)

  Only after \`close-access\`: an engine that finds the page again indexes it again.

  - Google: Search Console, *Removals*, *New request*, also with "all addresses with this prefix". It hides them for
    about six months; a 404, 410 or login by then makes it permanent. Bing: Webmaster Tools, *Block URLs*.
  - A site that you cannot verify, or a page that changed: the engines' forms for outdated content. Archives by e-mail.
  - Check again after a day and after a week. Nothing found at \`check-search-engines\`? \`/skip\` with that reason.

- [ ] \`exclude-crawlers\` Keep crawlers out of these areas (service, after \`clear-results\`)

  - robots.txt: \`User-agent: *\` and \`Disallow: /private/\`. A pattern for the area, **never the name of the secret
    file**: everybody can read robots.txt.
  - It asks crawlers to stay away and protects nothing. It also keeps them from seeing that a page is gone, so add it
    only after the results are removed.
  - Pages that have to stay reachable: the header \`X-Robots-Tag: noindex\`, and remove them from the site map.

- [ ] \`fix-permissions\` Fix the permission check (service, required)

  Fix the fault that exposed it, and the same fault elsewhere.

  - The view that serves it checks *who* and *whether they may* itself, on every request, and answers 404 if not. Files
    too: through the application or with signed links that expire, not from a public folder.
  - A test as a visitor without a login, and one as another user: both get 404. Run them before and after the change.
  - Search for the same fault: other views of that kind, other folders, other buckets.
`,
  },
  {
    name: 'exposed-credential.md',
    text: `---
title: Exposed credential
kind: part
summary: One key, token or password that others know. Its finished steps are the proof of its rotation.
source: The response documents of PagerDuty and ShipmentBot, on keys found at a compromised host, in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
roles: [forensics, security, service]
---
Opened by \`/exposed credential <name>\`. Name it by its purpose, at most with its last four characters. **Never the
value**, not even an old one.

## Contain

- [ ] \`revoke\` Revoke it (security, per asset, within 1h, required)

  Presume it compromised, whether it was stored plain, encrypted or hashed. Revoke it at the service that accepts it.

  - **Disable rather than delete** where there is a choice: its usage log is often deleted with it. At AWS: \`aws iam
    update-access-key --user-name <user> --access-key-id <id> --status Inactive\`.
  - End what was started with it: sessions, refresh tokens, tokens derived from it, open database connections.
  - Production depends on it? Create the new one first, within the hour, unless it is being misused right now.
  - Try the old one from outside and verify that it is rejected. Then \`/done\` with the time.

## Eradicate

- [ ] \`rotate-everywhere\` Rotate it everywhere (service, per asset, required)

  - List the places: services, build secrets, scheduled jobs, colleagues' machines, partners, backups of configuration.
    \`git grep -n '<its variable name>'\` in each repository, and the vault's access log.
  - The same value somewhere else? That is one more exposed credential: \`/exposed credential <name>\`.
  - Store the new one in the vault, with fewer permissions and an expiry date where possible. Never in the chat or here.
  - Restart what reads it only at start, and verify that nothing still uses the old one.

## Investigate

- [ ] \`check-use\` Check for unauthorised use (forensics, per asset, required)

  From the day it was exposed, not the day we noticed, until its last use.

  - The log of the service that accepts it: when, from which address, which requests. At AWS
    \`aws iam get-access-key-last-used --access-key-id <id>\` is the start, CloudTrail has the rest.
  - Suspicious: new addresses and countries, odd hours, a client that we do not run, many reads in a row.
  - It was used? Record it in the timeline, \`/exposed data <name>\` for what it opened, and tell the IC.
  - No log goes back that far? Then write exactly that: "not known" is not "not used".
`,
  },
  {
    name: 'exposed-data.md',
    text: `---
title: Exposed data
kind: part
summary: One set of data that others could read. Its finished steps are the proof that it was dealt with.
source: The response documents of PagerDuty and ShipmentBot, on compromised data, in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
roles: [forensics, security, service]
---
Opened by \`/exposed data <name> <count>\`. Name the set and how many records, never a record. Data cannot be recalled,
but the credentials in it can be changed.

## Contain

- [ ] \`revoke\` Revoke access (security, per asset, within 1h, required)

  - Close the path by which it was read: the page, the bucket, the shared link, the account, the database's open port. A
    bucket:

    \`\`\`sh
    aws s3api put-public-access-block --bucket <bucket> --public-access-block-configuration \\
      BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
    \`\`\`

  - And the copies: caches, mirrors, exports, search engines, shared links that still work.
  - Do not delete the only copy or its log: both are needed to show what was in it.
  - Try it from outside without an account, and verify that it is refused.

## Eradicate

- [ ] \`rotate-everywhere\` Rotate the secrets it contains (service, per asset, required)

  Go through its fields one by one: what can somebody do with each?

  - Passwords in any form, tokens, links that log in, API keys, answers to security questions, device and reset codes:
    invalidate them everywhere they are accepted. \`/exposed credential <name>\` for each kind.
  - Numbers that others issued (cards, accounts, identity papers): their issuers have to be notified; note it for those
    who write the notifications, and tell nobody yourself.
  - Its encryption keys, if they were stored beside it. Names of machines and people that help the next attack.
  - No secrets in it? Write the list of fields, and \`/done\`.

## Investigate

- [ ] \`check-use\` Find out who read it and how much (forensics, per asset, required)

  - The access log: web server, storage, database, application. First and last access, from how many addresses, how many
    bytes: \`awk '{sum += $10} END {print sum}'\` over the lines of an access log.
  - How many records, about how many people, of which kinds? Exactly where possible, otherwise a range.
  - Does it appear elsewhere: search engines, paste sites, an offer for sale? Look; do not buy, do not reply.
  - No log? Then presume it was read. Write that here.
`,
  },
  {
    name: 'guessable-urls.md',
    text: `---
title: Content leaked by guessable addresses
severity: SEV-3
summary: Content was reached by guessing its address, for example by counting up a number.
confidential: true
source: The public "Incident Response Guidelines for Developers", in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
  Communicate: Respond (RS.CO)
  Learn: Identify (ID.IM)
roles: [incident-commander, communications, forensics, service]
include: [exposed-content]
---
**An address that nothing links to is not protected.** Whoever saw one address could guess the next. Close the view that
answers, then find out who enumerated how much.

## Contain

- [ ] \`check-view\` Check permissions in the view that shows it (service, within 4h, required)

  \`close-access\` stops it now; this fixes it. It does not matter what links to it: the view itself must check, for each
  object, whether this person may see it.

  - In Django: \`get_object_or_404(Invoice, pk=pk, owner=request.user)\` instead of \`pk\` alone; \`LoginRequiredMixin\`
    checks only that somebody is logged in. The same for downloads, exports, pictures and the API.
  - Answer 404 to everybody else, so that they cannot learn what exists.
  - Try without a login and as another user: \`curl -s -o /dev/null -w '%{http_code}\\n' -b other-user.txt <address>\`.

## Investigate

- [ ] \`find-walkers\` Find who enumerated the addresses (forensics, required, after \`save-access-logs\`)

  With the logs of \`save-access-logs\`. A person opens one or two, a script hundreds.

  - Addresses of the kind, by visitor:

    \`\`\`sh
    zcat -f access.log* | awk '$7 ~ /^\\/invoice\\/[0-9]+/ && $9 == 200 {print $1}' | sort | uniq -c | sort -rn | head -50
    \`\`\`

  - In sequence, at a steady pace, without images and style sheets, with many 404s in between? Then it was a script.
  - Logged in? The application's log shows who; compare what they fetched with what is theirs.
  - Write here: how many objects, from which to which, when, by how many visitors. \`/exposed data <name> <count>\`.

## Eradicate

- [ ] \`harden-addresses\` Decide on addresses that cannot be guessed (service)

  As a second line of defence behind the check, never instead of it. Consider these, and write down the decision and the
  reason:

  - Random identifiers instead of sequential ones: \`uuid.uuid4()\`, or 128 bits of \`secrets.token_urlsafe(16)\`.
  - A checksum in the address, made with a key: in Django \`signing.TimestampSigner().sign(pk)\`, which can also expire;
    signed links at S3: \`aws s3 presign s3://<bucket>/<file> --expires-in 300\`.
  - A rate limit per visitor, and an alert on many 404s in a row.
  - The old addresses answer 404 from then on: no redirect from the number to the new name.

- [ ] \`check-other-views\` Check other views for the same fault (service)

  - Every route with an identifier in it: in Django \`python manage.py show_urls\` (django-extensions), else
    \`git grep -nE '<int:|\\(\\?P<pk>|/:id'\`. Also hidden form fields and parameters: \`?user=42\`.
  - For each: where is the check? Write one test that requests all of them as a second user and expects 404.
  - For each one found open, start from the top: \`close-access\`, then its part of the logs.
`,
  },
  {
    name: 'instance-key.md',
    text: `---
title: Instance key leaked
severity: SEV-2
summary: The SSH key of a cloud instance was exposed. It cannot be revoked, so the instance is rebuilt.
confidential: true
source: The public "Incident Response Guidelines for Developers", in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
  Recover: Recover (RC.RP)
  Communicate: Respond (RS.CO)
  Learn: Identify (ID.IM)
roles: [incident-commander, communications, forensics, security, service, site-reliability]
include: [rebuild-machines, trace-leak, notify-parties]
---
**The key is bound to its instances and cannot be revoked**: each is rebuilt with a new one. Until then make it
unreachable. Presume everything on these machines leaked; each kind has its own checklist.

- Name every machine: \`/asset add web-1\`. That opens its steps: logins, contents, images, replacement, services, wiping.
- Is somebody on it now? Power it off, and \`/playbook add server-access\`.

## Contain

- [ ] \`find-instances\` Find every instance that accepts the key (site-reliability, within 30m, required)

  - By its name, in every region:

    \`\`\`sh
    for r in $(aws ec2 describe-regions --query 'Regions[].RegionName' --output text); do
      aws ec2 describe-instances --region "$r" --filters Name=key-name,Values=<key> --output text \\
        --query 'Reservations[].Instances[].[InstanceId,PrivateIpAddress,State.Name]'
    done
    \`\`\`

  - The name shows only what an instance was launched with. The public part may have been copied elsewhere:
    \`ssh-keygen -lf ~/.ssh/authorized_keys\` on each machine, compared with the key's fingerprint. Images made of such a
    machine have it too.
  - \`/asset add <name>\` for each.

- [ ] \`limit-access\` Prevent its use (security, within 30m, required)

  A stopgap until they are rebuilt.

  - Close SSH from outside in each security group: \`aws ec2 revoke-security-group-ingress --group-id <group> --protocol
    tcp --port 22 --cidr 0.0.0.0/0\`, the same for IPv6. Then from our own addresses only, or through the provider's
    session service.
  - Remove the key's line from \`authorized_keys\` of **every** user, after saving a copy: \`sudo sh -c "grep -rlF
    '<comment of the key>' /root/.ssh /home/*/.ssh"\`. This ends no session: \`who\`, then \`sudo pkill -KILL -t pts/1\` for
    what is not ours.
  - The machine's role at the provider was within reach: end its sessions, and reduce its rights.

## Investigate

- [ ] \`check-logins\` Check who logged in with it (forensics, per asset, within 4h, required)

  - Save the logs off the machine first:
    \`ssh -o ForwardAgent=no <machine> 'sudo tar -C / -czf - var/log' > <name>-logs.tgz\`.
  - \`sudo journalctl -u ssh -u sshd -o short-iso | grep 'Accepted publickey'\` names user, address and the key's
    fingerprint; older ones: \`zgrep -h 'Accepted publickey' /var/log/auth.log*\` (or \`/var/log/secure*\`).
  - An address that nobody of us has: note it with \`/timeline\`, and \`/playbook add server-access\`.
  - Logs that start late or have a gap are suspicious as well.

- [ ] \`list-contents\` List its contents and open their checklists (forensics, per asset, required)

  Presume all content and credentials on the machine leaked, whether they were read or not.

  - Credentials: \`sudo grep -rIlE '(SECRET|PASSWORD|TOKEN|API_KEY)' /etc /srv /opt /home\`, \`.env\` files, \`~/.aws\`,
    \`~/.ssh\`, service units, cron, the instance's user data, its role. \`/exposed credential <name>\` for each;
    \`/playbook add cloud-key\` or \`third-party-key\` for kinds that have a playbook.
  - Users' passwords in a database there: \`/playbook add website-credentials\`.
  - Content: uploads, exports, dumps, mail. \`/exposed data <name> <count>\`, and \`/playbook add exposed-content\` for
    content that has an address.
  - Write the list here by name and place, never with a value.

## Eradicate

- [ ] \`retire-key\` Retire the key for good (security, required, after \`move-services\`)

  When no machine accepts it any more.

  - \`aws ec2 delete-key-pair --key-name <key> --region <region>\`, in each region. This only prevents new instances from
    using it; it does not remove it from running ones.
  - Launch templates, Auto Scaling groups, Terraform and scripts that name it: \`git grep -n '<key>'\`. Images that
    contain it: \`aws ec2 deregister-image --image-id <id>\`, once nobody needs them as evidence.
  - One key for each person instead of one for the machine, or none at all: the provider's session service.
`,
  },
  {
    name: 'notify-parties.md',
    text: `---
title: Interested parties and prevention
kind: part
summary: Notify everyone who has to know, and ask how it could have been prevented.
source: The public "Incident Response Guidelines for Developers", in our own words
phases:
  Investigate: Respond (RS.AN)
  Communicate: Respond (RS.CO)
  Learn: Identify (ID.IM)
roles: [incident-commander, communications, forensics, service]
---
Included in every scenario that exposes something: list the affected parties, notify them, and name the cause.

## Investigate

- [ ] \`list-parties\` List affected parties (forensics, within 1d, required)

  One list, based on evidence, that decides whom to notify. Keep people's names and addresses out of GitHub: store them
  where the data itself is kept, and write here where that is and how many there are.

  - The extent: what was exposed, from when until when, to whom, and how you know. \`/timeline\` for the times.
  - People whose data or account was affected: how many, in which countries. \`/exposed data <name> <count>\`.
  - Internal: the owner of the service, support, everybody who answers customers.
  - External: customers by contract, the data protection authority (in the European Union within 72 hours of becoming
    aware), the owner of a third party's data or key.
  - Nobody? Write down the evidence, for example "only our own addresses in the log since the deployment", and \`/done\`.

## Communicate

- [ ] \`tell-owners\` Notify internal stakeholders (service, gate internal, after \`list-parties\`)

  The owner of the service, support, and the owner of the data. The response team already knows.

  - What they have to do, and what they may answer when asked. Give them the wording.
  - Not how it was done, as long as it could be repeated.
  - By voice or in the chat room; the subject of an e-mail is the prefix shown on the board, and nothing else.

- [ ] \`notify-affected\` Notify affected people (communications, gate external, required, after \`list-parties\`)

  Counsel or leadership, then the IC, approve the text on the record: \`/approve external <reason>\`.

  1. What happened, with dates; which of their data; what we have done; what they should do now.
  2. Verified facts only, nothing that could still turn out wrong. Say what is not known.
  3. One way to reach a person. Inform support before it is sent.
  4. No login links: the next e-mail with one will be phishing.

  Nobody was affected? \`/skip notify-affected <reason>\` with what \`list-parties\` showed.

## Learn

- [ ] \`ask-prevention\` Ask how it could have been prevented (incident-commander, required, after \`list-parties\`)

  Half an hour, with those who were there, while it is fresh. No blame: mistakes happen everywhere.

  - What made it possible? Ask "and why was that so?" until the answer is something that can be changed.
  - What would have stopped it: a test, a review, a default, an alert? What would have alerted us a day earlier?
  - Two or three changes, each with an owner and a due date, as issues of their own: the post-mortem lists them as
    action items.
  - What went well and should be kept?
`,
  },
  {
    name: 'readiness.md',
    text: `---
title: Readiness review
kind: readiness
summary: Verify every quarter that logs, backups, rebuilds and the pager would work in a breach.
confidential: false
source: Albert Heinle's article "You have been breached... now what?" (CoGuard), in our own words
phases:
  Prepare: Protect (PR.PS, PR.AA, PR.DS), Detect (DE.CM, DE.AE)
  Recover: Recover (RC.RP)
  Learn: Identify (ID.IM)
roles: [forensics, security, service, engineering-lead, site-reliability]
---
This is not an incident. It asks every quarter whether we could answer, in a breach, *how did they get in, when, and
what did they touch*. A step is done when its page has the **evidence**: a log line, a number, a link to a change, not
"yes". Open a separate issue for everything that is missing, with an owner and a due date.

Never paste a log line with personal data or a secret: its time and format are enough.

## Prepare

- [ ] \`log-web\` Verify that every web server logs every request (site-reliability)

  With time, address, method, path, status, size, referrer, program, and a request id to trace it.

  - Test: \`curl -s -o /dev/null "https://<host>/?readiness=$(date +%s)"\`, then find it in the central log store.
    **Evidence: the time of the request and of its line**, for every host name of ours.
  - nginx: \`sudo nginx -T | grep -n access_log\`: an \`access_log off;\` needs a reason. Apache: \`CustomLog\` in each host.
  - Behind a proxy, log the visitor's address, not the proxy's, and only from trusted proxies.

- [ ] \`log-database\` Verify that databases log who changes what (site-reliability)

  Each INSERT, UPDATE and DELETE, with the user who did it, the time and the address.

  - PostgreSQL: \`SHOW log_statement;\` says \`mod\` or \`all\`, \`SHOW log_line_prefix;\` has \`%m\`, \`%u\`, \`%d\` and \`%h\`; or
    pgaudit with \`pgaudit.log = 'write, ddl, role'\`. MySQL: the audit plugin. Managed ones: the setting at the provider.
  - Test: change a row in a test table as yourself, and find it in the log. **Evidence: its line's time, user and
    address.**
  - Does the application use one database user for everything? Then only the application's log shows the person:
    \`log-application\`.
  - Logged values are personal data: who may read this log?

- [ ] \`log-logins\` Verify that every login and logout is logged (security)

  Successful or not, in each authentication service: single sign-on, our own, VPN, SSH, the cloud's console, GitHub.

  - Test each: a wrong password, a right one, a logout. **Evidence: the three times for each service.**
  - With user, address, program, method and second factor. Password resets, new devices and granted rights as well.
  - GitHub: *Settings, Audit log* of the organisation; is it streamed, or only kept there for 180 days?
  - Is there an alert on many failures, and whom does it page?

- [ ] \`log-application\` Verify that our applications log, and that the logs are kept (service)

  The one most often forgotten: who did what to which object, not only errors.

  - Test: as a test user view something, change it, and be refused something. **Evidence: three lines with user, object,
    result, request id.**
  - Structured, to standard output or a file that is collected; a restart or a new container loses nothing.
  - No passwords, tokens or whole requests in it: check ten lines for them.

- [ ] \`log-builds\` Verify that logs of build and administration services are kept (site-reliability)

  Jenkins, Actions, deployment tools, configuration management, bastion hosts: whoever controls those controls
  everything.

  - Who started which build, with which change, which secrets it could read, and what it deployed where.
  - GitHub Actions keeps logs for 90 days unless set otherwise: *Settings, Actions, General*. Jenkins keeps builds as
    each job says (*Discard old builds*); its own log is in \`/var/log/jenkins\` or the journal.
  - **Evidence: the log of this quarter's oldest deployment, opened.** Also changes to the service's own settings.

- [ ] \`log-machines\` Verify that system logs leave the machine (site-reliability)

  On Linux mostly \`/var/log\` and the journal. An attacker can change what is stored only there.

  - On three machines chosen at random: \`logger "readiness $(hostname) $(date -u +%FT%TZ)"\`, and find it in the central
    log store. **Evidence: three times, and the seconds it took.**
  - The journal survives a restart: \`journalctl --list-boots\` has more than one. Clocks are synchronised: \`timedatectl\`.
  - New machines send logs from their first minute, containers and functions too. Is there a list of machines that went
    silent?

- [ ] \`keep-logs\` Verify that logs are kept for ninety days (security)

  A policy for the whole company, written down: how long each kind is kept, where, and who may delete it. Ninety days
  are usually enough; contracts or laws may ask for more, and personal data for less.

  - **Evidence: the oldest line of each kind, with its date**, and a link to the policy.
  - Where retention is set: \`/etc/logrotate.d\`, \`journalctl --disk-usage\`, the retention of each index, bucket and log
    group: \`aws logs describe-log-groups --query 'logGroups[].[logGroupName,retentionInDays]' --output text\`.
  - There is room for the next quarter's growth, and nobody who runs a service can delete its logs.

- [ ] \`gather-logs\` Verify that all logs flow into one place (site-reliability)

  Collecting logs is one thing, finding something in them another.

  - Take the list of our services and check off each one whose logs arrive. **Evidence: both numbers, and the missing
    names.**
  - One query over all of them: everything from one address in one hour, in UTC, in less than a minute. Time it.
  - Access to it does not depend on what may be compromised: who could log in without single sign-on?

- [ ] \`define-normal\` Define what is normal and what is flagged (security)

  A log that nobody looks at helps only afterwards.

  - Document it for each service, from last quarter's numbers: requests per hour, failed logins, outgoing traffic,
    countries, who reads how many records.
  - Deviations are flagged, and reach somebody. Trigger one on purpose. **Evidence: the alert's time, and who saw it
    when.**
  - Who reviews the logs regularly, on which day, and when was the last time? Fix or remove alerts that are always
    ignored.

- [ ] \`end-shared-accounts\` Verify that no account is shared (security)

  Otherwise the log says "admin", and nobody knows who that was.

  - List accounts with more than one person: root, admin, deploy, the team's mailbox at a provider, the database's
    owner. \`sudo grep -c . ~/.ssh/authorized_keys\`, \`aws iam list-users\`, the vault's shared entries. **Evidence: the
    list, and how many fewer than last time.**
  - Service accounts: one per service, and its log shows from where: which container or instance, with its identifier.
  - Former colleagues: are they in none of these? Ask for the list of this quarter's leavers.

- [ ] \`rehearse-plan\` Read the plan and rehearse it for an hour (security)

  Many teams have no plan; a plan that nobody has read is no better.

  - Open a drill with one of these playbooks, three people, one hour. **Evidence: a link to it, and what was changed
    after it.**
  - Is the roster right: incident commander, counsel, leadership, with two people each? Can we find the phone numbers of
    the insurer and the police without our own systems?
  - Read beforehand: NIST's *Computer Security Incident Handling Guide* (SP 800-61), SANS's *Incident Handler's
    Handbook*, Microsoft's *Responding to IT Security Incidents*, Carnegie Mellon's *Defining Incident Management
    Processes for CSIRTs*, CERT's *Creating and Managing Computer Security Incident Handling Teams*.

- [ ] \`try-pager\` Test the pager (site-reliability)

  Unannounced, once by day and once by night.

  - Page the incident commanders on call as in an incident, from outside our own network. **Evidence: when it was sent,
    when somebody answered, by which means.** More than five minutes is too long.
  - If nobody answers: who is next, and does the escalation work by itself? Test it by not answering.
  - Every incident commander opens this repository and the chat room on the phone that they carry.

## Recover

- [ ] \`restore-backup\` Restore a backup (site-reliability)

  A backup counts only once it has been restored. "Where are the backups?" is asked in the first hour of a breach.

  - One database and one set of files, chosen at random, onto an empty machine. Count rows, open ten files, run the
    application on it. **Evidence: the backup's date, how long it took, the counts.**
  - Can somebody with our production credentials delete them? One copy must be out of their reach: another account,
    object lock, off-site.
  - Encrypted? Then the key is also stored elsewhere, and was used for this test.

- [ ] \`practise-rebuild\` Practise a rebuild (service)

  One server, from nothing, by the standard process: new keys, services moved, traffic switched.

  - By somebody who did not write the process. Add a line to it wherever they had to ask. **Evidence: how long it took,
    and the change to the process.**
  - Without the old machine: copy nothing from it, and presume its keys leaked.
  - Are images and packages still available if the usual source is down?

- [ ] \`take-image\` Practise taking an image (forensics)

  The worst mistake is to wipe before there is an image; the second worst is an image that nobody can read.

  - A disk of a test machine: \`aws ec2 create-snapshots --instance-specification InstanceId=<id>\`; memory with \`avml\`.
    Then mount it read-only elsewhere, and find a file in it. **Evidence: how long each took, and the checksum.**
  - Is there storage for it where production credentials cannot delete, with room for our largest machine?
  - Who has the rights to do this at three in the morning?

## Learn

- [ ] \`plan-changes\` Write down what is missing and who fixes it (engineering-lead)

  - For each gap in the steps above: an issue, an owner, a due date. **Evidence: their numbers.** No more than can be
    done in a quarter; whoever has the authority accepts the remaining risks in writing.
  - The gaps of the last review: which are closed? Escalate a gap that appears a third time to leadership.
  - Set the date of the next review, in three months.
`,
  },
  {
    name: 'rebuild-machines.md',
    text: `---
title: Rebuild of machines
kind: part
summary: Image, replace and then wipe each machine that is no longer trusted.
source: The public "Incident Response Guidelines for Developers", and PagerDuty's on images, in our own words
phases:
  Contain: Respond (RS.MI)
  Recover: Recover (RC.RP)
roles: [forensics, service, site-reliability]
---
Each step opens for each machine that is named: \`/asset add web-1\`. A machine that an attacker was on is never trusted
again: image it, replace it, and wipe it last.

## Contain

- [ ] \`image-disks\` Take images of its disks (forensics, per asset, within 4h, required)

  First take it out of traffic and cut it off from other machines; then save its memory, if it still runs and no attack
  is in progress; then its disks.

  - Prevent its termination: halt its Auto Scaling group, then detach it, as at \`stop-attack\` of \`security-incident\`,
    and \`aws ec2 modify-instance-attribute --instance-id <id> --disable-api-termination\`.
  - Every disk: \`aws ec2 create-snapshots --instance-specification InstanceId=<id> --description <codename>\`. On bare
    metal, from a rescue system: \`sudo dd if=/dev/sda of=/mnt/evidence/sda.img bs=64K conv=noerror,sync
    status=progress\`, then \`sha256sum sda.img\`. Instance store disks are lost when the instance stops: copy them while
    it runs.
  - Copy the images into another account or building, read-only. Write here where, who took them, when, the checksum.
  - Taken at an earlier step? Write where they are, and \`/done\`. No access to the disks, because the provider runs the
    machine? Ask what they keep, write down their answer, and \`/done\`.

## Recover

- [ ] \`build-replacement\` Build a replacement (site-reliability, per asset, required)

  By the standard process, from clean sources, never from an image or a backup made after the intrusion.

  - **New keys for everything**: its SSH key pair, host keys, role, certificates, passwords of its services. Copy
    nothing from the old one except data that was examined.
  - Patched before it is reachable: \`sudo apt-get update && sudo apt-get -y upgrade\`, and this incident's attack vector
    closed.
  - Logs go to the central log store from the first minute.
  - No standard process? Write each command down here as you go: that is its first version. Note how long it took.

- [ ] \`move-services\` Move the services (service, per asset, required, after \`build-replacement\`)

  - Data: from a backup made before the intrusion, or from the old disks **mounted read-only**
    (\`sudo mount -o ro,noexec,nodev,nosuid /dev/xvdf1 /mnt/old\`). Examine uploads and templates before they go live.
  - Code: deployed from the repository, not copied from the machine. Compare what ran there with what should have run.
  - Switch the traffic, watch errors and outgoing connections for an hour (\`sudo ss -tnp state established\`), then
    remove the old address from DNS, load balancer, firewall rules and monitoring.

- [ ] \`wipe\` Wipe or return the old machine (site-reliability, per asset, gate, after \`image-disks\` \`move-services\`)

  This destroys evidence for good, so it comes last and only after the images.

  - First open an image from its cold storage and list a directory. An image that nobody has read does not count.
  - Ask counsel or law enforcement whether the machine itself has to be kept. Then leave it switched off, and
    \`/skip wipe <reason>\`.
  - Then terminate the instance and delete its volumes; on bare metal \`sudo blkdiscard /dev/sda\`, or
    \`sudo nvme format --ses=1 /dev/nvme0n1\`. **Read the device's name aloud to somebody first.** Keep the snapshots.
`,
  },
  {
    name: 'security-incident.md',
    text: `---
title: Security incident
severity: SEV-2
summary: Somebody may have unauthorised access, or secrets may be exposed. Report it even if you are not sure.
confidential: true
source: The public security incident response documents of PagerDuty and of ShipmentBot, in our own words
phases:
  Assemble: Respond (RS.MA)
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
  Communicate: Respond (RS.CO)
roles: [incident-commander, communications, forensics, security, engineering-lead, marketing, site-reliability]
---
**Not sure whether this is an incident? Continue anyway.** Its status is \`suspected\` until the Incident Commander (IC)
says \`/confirm\` or \`/cancel <reason>\`. If no IC is here yet, page one now; until then, whoever is here leads.

**Is the attack in progress? Power the machine off now.** If not, save memory and logs first: both are lost on shutdown.
**Never delete or terminate a machine**: it is the evidence.

**Keep it among the responders.** The attacker may be one of us. Until forensics says otherwise, nobody else learns what
happened, or that anything happened.

- Use the codename, aloud and in writing. Voice call and chat room first; \`open-channels\` says what to avoid.
- **GitHub mails what you write here**: each title and each comment goes to everyone who watches. Write no value of a
  secret, no customer's name, and no title that reveals what this is about.
- Different people can work on different steps at the same time, as the IC assigns them. Steps that have to wait say so.
- Is it one of the known kinds? \`/playbook add server-access\` (or \`cloud-key\`, \`website-credentials\`, ...) adds that
  checklist. To rebuild a machine: \`/playbook add rebuild-machines\`.

## Contain

- [ ] \`stop-attack\` Stop the attack (responder, within 15m, required)

  Use whatever works fastest. A server, a network or a whole data centre may go down for it.

  1. From the provider's console: **stop** the instance, or cut its network off. Do not delete or terminate it. At
     Heroku: \`heroku ps:scale web=0 --app <app>\`, and every other type of process that \`heroku ps\` shows. At AWS an Auto
     Scaling group would terminate it, and start another with the same vulnerability: halt the group, detach the
     instance, then stop it.

     \`\`\`sh
     aws autoscaling suspend-processes --auto-scaling-group-name <group>
     aws autoscaling detach-instances --instance-ids <id> --auto-scaling-group-name <group> \\
       --should-decrement-desired-capacity
     aws ec2 stop-instances --instance-ids <id>
     \`\`\`

     The group may not become smaller? \`aws autoscaling update-auto-scaling-group --auto-scaling-group-name <group>
     --min-size 0\`, and again. It stays halted until \`cut-vector\` is done: then \`aws autoscaling resume-processes\`.

  2. If you are logged in there:
     - see who else is: \`w\`, then kill sessions that are not ours: \`sudo kill -9 <pid>\`
     - back to the firewall's default rules: \`sudo iptables-restore < <your default rules>\`
     - a new password for root: \`sudo passwd root\`, then lock every other account in \`/etc/shadow\`:
       \`sudo usermod --lock <name>\`. This stops passwords only: keys go on working until
       \`sudo usermod --expiredate 1 <name>\`
     - last: \`sudo shutdown now\`
  3. Say here what you did and at what time. \`/timeline 14:02Z stopped the instance\` is enough.

  Stopping it loses its memory; an active attacker costs more. If no attacker is active there, keep it running until
  memory and logs are saved.

- [ ] \`cut-vector\` Cut off the attack vector (security, within 1h, required)

  Find the likely attack vectors and patch or block each, so that the same attack does not work again in ten minutes.

  - If a provider that we use is compromised, delete all accounts there except your own and those of colleagues sitting
    next to you. Then change your own password and MFA tokens at once. Where the provider lets you disable instead of
    delete, disable: it works as fast and leaves the trace.
  - If one of our services is the vector, disable the code path. If you do not know which, disable the service.
  - If it is somebody's key or account, another person disables it and ends every session started with it.

## Assemble

- [ ] \`page-commander\` Page an incident commander (responder, within 15m)

  At the first opportunity, and before you are sure: deciding whether this is an incident is the IC's job, not yours.

  - The board has mentioned those on the roster. Call them as well: nobody reads e-mail at night. No answer in five
    minutes? The next one on the list.
  - Whoever comes says \`/ic\` here. Nobody comes? Say \`/ic\` yourself and lead until somebody does.
  - The IC assigns deputy, scribe and the other roles (\`/assign scribe @somebody\`), then the steps: several at the same
    time, each to a named person (\`/assign isolate @somebody\`), and does none of them alone.
  - Then \`/confirm\` or \`/cancel <reason>\`. Until then its status is suspected, and work on it continues.

- [ ] \`open-channels\` Start the voice call and the chat room (responder, within 30m)

  Name both **by the codename** shown on the board, and keep both closed to everybody who was not invited.

  1. The voice call first, unless one is going on already. Then a private chat room, whose topic starts with the prefix
     shown on the board.
  2. Invite **everyone on the response team** to both, and everyone who joins later.
  3. Put the rules into the room's first message:
     - Voice and chat before anything else. The codename only, aloud too: somebody may be overhearing.
     - E-mail only if nothing else is left. Its subject is the prefix and nothing else; encrypt it as soon as one
       address in it is outside the company.
     - No text messages, except to call somebody over: "Please join the call now."
     - **GitHub is e-mail too.** A title, a comment and the text of a new issue are mailed to every watcher as they were
       first written; editing or deleting calls none of it back. Say anything that must stay in the team in the call.
     - Nothing to anybody outside the team before the IC has said so.

  If the chat itself may be compromised, use another provider and say so by voice.

- [ ] \`assemble-team\` Assemble the response team (incident-commander, within 30m)

  Those who can act come first.

  1. Invite **security always**, site reliability as a rule, and **somebody for each affected service**.
     \`/assign security @somebody\` gives a role to a person; \`/help assign\` says more.
  2. Fill the usual roles: deputy, scribe, communications. Three people are enough to start: one commands and writes,
     one contains, one investigates.
  3. Keep all of them informed in the room: what is known, what is being done, when the next update comes.
  4. The command team writes down what is done (\`/timeline\`), and informs internal stakeholders who need to know, once
     that is allowed.

  Nobody outside this team is told before forensics is done: the attack may come from inside.

- [ ] \`invite-leadership\` Bring in executives and counsel (incident-commander, after \`assemble-team\`)

  As early as possible, but after those who can stop the attack. They join the team, so this is not a disclosure.

  - By phone, with the codename; say the rest in the call. Two sentences: what we see, what we do about it.
  - Counsel advises what to write under privilege and which deadlines apply: many laws and contracts count from the hour
    at which we knew. Note that hour: \`/timeline 14:02Z we knew\`.
  - Executives decide what may be switched off. Ask for that decision in advance.
  - \`/assign counsel @somebody\`, \`/assign executive @somebody\`: their approval is needed later for every external
    disclosure.

## Contain

- [ ] \`isolate\` Isolate affected systems and take images (site-reliability, within 1h, required)

  Cut every affected instance off from all others, now.

  - Block the addresses of the affected instances on all other hosts: \`sudo iptables -I INPUT -s <address> -j DROP\`.
    Changing a security group does not end open connections; detach the network or stop the instance to end them.
  - Still running, and no attack through it? Save memory and logs first, then shut it down. Attack in progress? Shut it
    down first.
  - Image **every** disk of **every** affected instance as soon as possible: \`aws ec2 create-snapshots
    --instance-specification InstanceId=<id> --description <codename>\`. Note who took it, when, and a file's checksum:
    \`sha256sum disk.img\`.
  - Ship the images to cold storage off-site, read-only, so that nobody can change them: neither the attacker nor one
    of us.
  - Do not repair, clean or reinstall anything before there is an image of it.

## Investigate

- [ ] \`trace-timeline\` Build the attack timeline (forensics, required)

  Use every tool there is. Add what you find to the timeline as you go: \`/timeline 13:20Z first login from outside\`.

  - Reconnaissance before the attack: scans, failed logins (\`sudo lastb -Fi\`), odd requests.
  - When they got in (\`last -Fi\`, the provider's audit log).
  - What they did inside, and when. Mind time zones: write UTC.
  - Which queries they ran on which database.
  - How long until we detected them, and how long until they were out.
  - Do they still have access through a back door? Watch the logs for anything unusual while you search.

- [ ] \`identify-data\` Identify compromised data (forensics, required)

  From logs, graphs of traffic and load, and whatever else there is. "None" is an answer too, if there is evidence for
  it.

  - Which data could they see or change?
  - Was any taken from a database? Look for large responses, dumps and outgoing traffic.
  - Which keys and passwords were on the machine? Presume all of them compromised: \`/exposed credential <name>\` opens
    the steps for each.
  - What did they learn about other components: network, hosts, names of services?
  - Which customers' data, **exactly**? This list decides whom to notify: \`/exposed data <name> <count>\`.

- [ ] \`assess-systems\` Assess the risk to other systems (security)

  Ask what the attacker can reach with what they have seen.

  - A password or key that was on the host is compromised, however it was stored: encrypted, hashed or plain.
  - Which systems trust the affected ones, or share accounts, images or a network with them? Look through
    \`~/.ssh/known_hosts\`, the deploy keys, the machine's role at the provider.
  - Name each further affected system, so that its steps open: \`/asset add <name>\`.

- [ ] \`assess-reattack\` Assess the risk of re-attack (security)

  The attacker now knows that we know. Answer these here:

  - Do they know enough to find another way in?
  - Would we see it if they tried? If not, \`mitigate\` needs one more alert.
  - Is there anything that we only *believe* is closed? Let somebody else try it.

## Eradicate

- [ ] \`rotate-accounts\` Rotate the accounts used in the attack, everywhere (security, within 4h, required)

  An account that was used in the attack gets new keys and passwords on **every** system where its owner has an account,
  not only where it was used.

  - \`/exposed account <name>\` for each: it opens revoke, rotate-everywhere and check-use, and their \`/done\` is the
    proof.
  - List where it exists: single sign-on, GitHub, the cloud, VPN, the vault, the chat, the private mail used to reset.
    Passwords, MFA, personal access tokens, SSH keys, sessions, application passwords.
  - New credentials are made on a clean machine, by the owner together with somebody else. Never send them through the
    channels of this incident.
  - No account was used? Write how you know, and \`/done\`.

- [ ] \`mitigate\` Put further mitigations and monitoring in place (security, required)

  - Revoke every compromised key and credential at once; rotate every secret that was within reach, however it was
    stored. \`/exposed credential <name>\` tracks each of them.
  - Block the IP addresses of the attack.
  - Add the alerts that would have detected this attack and will detect the next.
  - Rebuild machines they were on, do not clean them; wiping waits for images: \`/playbook add rebuild-machines\`.

  Forensic analysis waits for this step: mark it done only when another attack would be detected.

## Investigate

- [ ] \`analyse\` Analyse the compromised systems (forensics, required, after \`stop-attack\` \`cut-vector\` \`isolate\` \`mitigate\`)

  Start when the systems are secured and a second attack would be detected.

  - Work on copies of the read-only images and on the access logs, never on the originals.
  - What happened exactly, how, and what prevents it in future?
  - Keep a list of every IP address involved.
  - Watch the logs for attempts to come back.
  - **Could an insider be involved?** If that can be ruled out, the IC records it with the reason:
    \`/rule-out insider <reason>\`. Until then the company is not told.

- [ ] \`watch-return\` Watch thirty days for the attacker's return (security, within 30d, after \`mitigate\`)

  Attackers who lost access often try the same way again, mostly in the first weeks.

  - Decide today who checks, how often and until when; write it here. \`/done\` when that day has passed.
  - Look for the addresses of the attack, the names of the revoked keys and closed accounts, and the tool's traces in
    the logs: \`grep -Ff addresses.txt /var/log/auth.log\`. Better, an alert on each.
  - A revoked key that is tried again is suspicious: who still has it, and where?
  - If the incident closes earlier, make this an action item of the post-mortem, with the same owner and date.

## Communicate

- [ ] \`tell-company\` Tell the company (engineering-lead, gate internal, after \`analyse\`)

  For the VP or director of engineering. Only when forensics has shown that it did not come from inside.

  - In outline: what happened when, and what was done about it.
  - Not in detail: no names, no attack vector.
  - Say that an update follows, and on which day.

- [ ] \`follow-up\` Send the company an update (engineering-lead, gate internal, after \`tell-company\`)

  The first announcement promised an update. Send it, even if it is short: silence breeds rumours.

  - What is known now that was not known then; what turned out to be wrong.
  - What colleagues have to do, with the day by which: new passwords, new keys, one page to read.
  - To the same people over the same channel as the first announcement, again without the attack vector.
  - Nothing new? Say so, and when the next update comes. Mark this step done with the last one.

- [ ] \`call-police\` Call local law enforcement (engineering-lead, gate external)

  For the VP or director of engineering, with counsel. The police are outside the response team, so the IC approves this
  on the record (\`/approve external <reason>\`); it waits for nothing else, because the trail grows cold.

  - The station or cyber crime unit where the company sits. Ask for a file number and a person, and write both here.
  - Bring: the timeline, the addresses with times in UTC, a list of what was taken.
  - Work with them to find the source of the attack. Hand out copies of the evidence, never the originals, and note to
    whom.

- [ ] \`call-federal\` Call federal law enforcement (engineering-lead, gate external)

  The national authority for such crimes: in the United States the FBI (the nearest field office, or ic3.gov), elsewhere
  the national police's cyber crime unit. Not instead of the local police: each sees other cases.

  - Counsel goes along, or calls. Ask whether they want something left running before you change it.
  - If money was moved or people are in danger, call in the first hours: transfers can be stopped only then.
  - Copies of evidence only; note what was given to whom and when.

- [ ] \`warn-partners\` Warn the operators of systems used in the attack (engineering-lead, gate external)

  For the VP or director of engineering. Whoever runs a system through which the attack came is probably a victim as
  well, and does not know it. They are outside the team too: this needs the IC's approval and nothing else.

  - Whom to write to: \`whois <address>\` names the abuse contact; a security.txt or a known contact is better.
  - Tell each operator that their systems may be compromised: which address, which time (UTC), what it did.
  - Share no more about us than they need. Ask what they see.

- [ ] \`ask-experts\` Bring in a security firm (engineering-lead, gate external)

  To help assess the risk, examine the evidence, and advise on the response and the public statement.

  - Counsel hires them, so that their work is under privilege. The insurer may pay only for firms on its list: check
    \`call-insurer\` first.
  - Ask two things at once: can you look at these images this week, and what would you say in public now?
  - They get copies and accounts of their own, with an end date. No shared account.

- [ ] \`call-insurer\` Call the cyber insurer (engineering-lead, gate external)

  Most policies set a deadline for the first call, often a day or two, and some pay only for firms that they name.

  - Find the policy's number and the emergency number; finance or counsel has them. Write neither here.
  - Say: when we knew, what we see, what we are doing. Not: whose fault, how much.
  - Ask which costs need their agreement before they arise, and write the answer and the name here.

- [ ] \`tell-customers-first\` Notify customers' security teams (communications, gate external, after \`trace-timeline\` \`identify-data\` \`mitigate\`)

  Before the public statement, so that they can start to defend themselves.

  - Find the way to them: the security contact in the contract, their security.txt, the account manager.
  - Tell them what they need to look for: times in UTC, addresses, which of their data, which keys to rotate.
  - Say when the public statement comes, and ask them to keep this confidential until then.
  - No customer has such a team? \`/skip tell-customers-first <reason>\`; do not delay the public statement for it.

- [ ] \`tell-public\` Notify customers and the public (marketing, gate external, after \`trace-timeline\` \`identify-data\` \`assess-reattack\` \`mitigate\` \`analyse\` \`tell-customers-first\`)

  For marketing, with counsel; the IC approves it on the record. Only with facts that were checked: what happened when,
  exactly which data, how they got it, and that it cannot happen again. Publish soon, **within a few days** of the
  compromise: each day of waiting makes it worse. \`tell-customers-first\` comes before it.

  1. Put **the date in the title**, so that nobody mistakes it for a new breach later.
  2. Give the timeline in as much detail as you can.
  3. Say which data, in as much detail, what it means for customers, and what they should do now.
  4. Own it: what we did wrong, and exactly what we change. If we kept something that we should not have kept, say it
     now; it comes out anyway.
  5. Somebody from forensics checks it against the timeline, word by word, before it is published.

  Leave out: "we take security very seriously"; guesses; and the name of any other company that may have caused it,
  unless it has already said so in public. Then link to that.
`,
  },
  {
    name: 'server-access.md',
    text: `---
title: Server access compromised
severity: SEV-1
summary: Somebody may have access to a machine, through a colleague's key or a back door.
confidential: true
source: The public "Incident Response Guidelines for Developers", in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
  Recover: Recover (RC.RP)
  Communicate: Respond (RS.CO)
  Learn: Identify (ID.IM)
roles: [incident-commander, communications, forensics, security, service, site-reliability]
include: [rebuild-machines, notify-parties]
---
**Somebody other than the compromised user ejects the attacker, now.** First the key, then the sessions, or they log in
again while you watch.

**Are they doing damage right now? Power the machine off.** Otherwise save memory and logs first, off the machine: they
can change what stays on it. Never terminate or repair it: it is replaced and never trusted again.

- Name each machine: \`/asset add web-1\`. A machine found later gets its steps then.
- Do not log in unless you have to: each login changes the evidence.
- The owner of the key is a witness. No names in titles. For the response team: \`/playbook add security-incident\`.

## Contain

- [ ] \`eject-user\` Disable the compromised user's key and end their sessions (security, within 15m, required)

  **Another user** with access does it, on every machine that the account reaches.

  1. The key: \`sudo mv /home/<name>/.ssh/authorized_keys /root/<name>.authorized_keys\`. Where else does the machine
     look? \`sudo sshd -T | grep -i authorizedkeys\`; a directory service, the provider's own login, \`authorized_keys2\`.
  2. The account: \`sudo usermod --lock --expiredate 1 <name>\`. Disable, do not delete.
  3. Open connections: \`w\` and \`sudo ss -tnp state established '( sport = :22 )'\`; save that output first, then
     \`sudo pkill -KILL -u <name>\`. Root shells started from it keep running under another name: check
     \`ps -eo pid,ppid,user,lstart,cmd --forest\`.
  4. What restarts by itself: \`sudo crontab -l -u <name>\`, \`atq\`, \`systemctl list-timers --all\`.
  5. Ask somebody to try the old key from outside: it must be rejected, and nobody may be logged in: \`who\`.

  No known user, but a back door? Close the machine to everything except your own address, and continue.

- [ ] \`capture-state\` Save memory and running processes (forensics, per asset, within 1h, required)

  Before it is shut down. **Damage in progress? Power off instead**, and write that here.

  - Save to another disk or machine. Bring your own tools: those on the machine may be tampered with.
  - Memory: \`sudo ./avml /mnt/evidence/<name>.lime\`, or the provider's memory dump, or suspend the virtual machine.
  - Then: \`date -u; ps auxwwf; sudo ss -tunap; sudo lsof -nP +L1; lsmod; sudo cat /proc/mounts\` into a file. \`+L1\` shows
    programs whose file was deleted: copy them from \`/proc/<pid>/exe\`.
  - \`sha256sum\` of each file, with your name and the time: \`/timeline 14:40Z memory of web-1 saved\`.

- [ ] \`pull-outside-logs\` Pull logs of external-facing services (forensics, per asset, within 1h, required)

  **Secure the logs first**: they show how the attacker got in. Copy them off the machine to append-only storage, never
  move them.

  - SSH: \`ssh -o ForwardAgent=no <machine> 'sudo journalctl -u ssh -u sshd -o export' > <name>-ssh.journal\`,
    \`/var/log/auth.log*\` or \`/var/log/secure*\`, \`/var/log/wtmp\`, \`/var/log/btmp\`, \`/var/log/lastlog\`.
  - HTTP: \`/var/log/nginx\` or \`/var/log/apache2\`, and the application's own. Mail, FTP, VPN, everything that listens:
    \`sudo ss -tlnp\`.
  - Each in one stream, **pulled from a machine that keeps evidence**: nothing is written to this one, and no key or
    password of yours ends up there. The files: \`ssh -o ForwardAgent=no <machine> 'sudo tar -C / -czf - var/log' >
    <name>-outside.tgz\`, then its \`sha256sum\`.
  - Logs that are kept elsewhere: load balancer, firewall, provider's flow logs, central logs. **The attacker could not
    change these**: any difference from the machine's is suspicious.

- [ ] \`pull-inside-logs\` Pull logs of internal services (forensics, per asset, within 2h, required)

  They show what was done after entry. Again from the machine that keeps evidence; write nothing to this one.

  - PostgreSQL: \`/var/log/postgresql\`, and now \`ssh -o ForwardAgent=no <machine> "sudo -u postgres psql -c 'TABLE
    pg_stat_activity'" > <name>-activity.txt\`; the same with \`\\du\`, for unknown users.
  - Redis: \`redis-cli client list\`, \`redis-cli slowlog get 128\`, \`redis-cli acl log\`, \`redis-cli config get dir\`: a
    \`dir\` that points to somebody's \`.ssh\` was an attack.
  - Queues, caches, containers (\`docker ps -a\`, \`docker logs <id>\`), build agents, \`sudo ausearch -i -ts <date>\`.
  - Every user's shell history, with times: \`ssh -o ForwardAgent=no <machine> "sudo sh -c 'tar -czf - /root/.*history
    /home/*/.*history'" > <name>-histories.tgz\`
  - List services that log nothing here by name; \`ask-prevention\` returns to them.

## Investigate

- [ ] \`find-entry\` Find the point of entry (forensics, required, after \`pull-outside-logs\`)

  With the logs of \`pull-outside-logs\`, starting from the oldest suspicious entry, not the newest.

  - A developer's key: \`grep 'Accepted' auth.log*\` with addresses that are not theirs. How did the key leak: laptop,
    repository, agent forwarding, a backup? \`ssh-keygen -lf\` compares fingerprints.
  - A service: the request before the first suspicious process. Which version runs, and which vulnerabilities does it
    have?
  - An old back door: files that nobody of us changed, \`sudo find / -xdev -newermt '<day>' -type f\`, packages that
    differ, \`sudo dpkg --verify\` or \`sudo rpm -Va\`; new units, cron, users with id 0, lines in \`/etc/ld.so.preload\`.
  - No point of entry found? Then it is still open: give the replacement a smaller attack surface and more monitoring.

- [ ] \`trace-intruder\` Trace what they did after entry (forensics, required, after \`pull-inside-logs\`)

  With \`pull-inside-logs\` and the image, machine by machine. Add findings to the timeline as you go: \`/timeline\`.

  - Which privileges they gained: \`sudo\`, \`su\`, new users and keys.
  - Where they went: \`~/.ssh/known_hosts\`, outgoing connections, the provider's flow logs. **Each further machine:
    \`/asset add <name>\`**, which opens all of this for it.
  - What they exfiltrated: queries, dumps, archives in \`/tmp\` and \`/dev/shm\`, outgoing traffic by hour.
  - What they left behind: accounts, keys, units, changed binaries, code in the repository or the build.

- [ ] \`list-exposed\` List what was within their reach (security, required)

  - Every credential on it, in its memory, or forwarded to it: \`/exposed credential <name>\` for each. Presume it
    compromised, however it was stored.
  - Data: \`/exposed data <name> <count>\`. Its user database: \`/playbook add website-credentials\`.
  - The machine's role at the provider: \`/playbook add cloud-key\`.
  - Machines that trust this one: by key, by address, by a shared account or image.

## Eradicate

- [ ] \`replace-keys\` Issue new keys to the owner and all machines (security, required)

  - The key's owner: examine their laptop first, then a new key, with a passphrase or in hardware, made on a clean
    machine. \`/exposed account <name>\` for everything else that they have.
  - Remove the old key from every machine: the whole inventory, with configuration management, not by hand.
  - The same for others whose agent or key was on the machine. Host keys of the replacement are new.
  - Then watch for the old key: \`grep '<fingerprint>' auth.log\`. Any attempt is suspicious.
`,
  },
  {
    name: 'third-party-key.md',
    text: `---
title: Third-party service key leaked
severity: SEV-2
summary: A secret key to a third-party service was exposed, for example for mail, payments or maps.
confidential: true
source: The public "Incident Response Guidelines for Developers", in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
  Communicate: Respond (RS.CO)
  Learn: Identify (ID.IM)
roles: [incident-commander, communications, forensics, security, service]
include: [trace-leak, notify-parties]
---
**Deploy a new key, and disable the old one; do not delete it.** How depends on the service; most allow two keys for a
while, so it causes no outage. First take a minute to assess whether the key is a secret at all.

- Name it by the service and at most its last four characters. Never the value.
- A key to a cloud provider's API has a checklist of its own: \`/playbook add cloud-key\`.

## Contain

- [ ] \`judge-key\` Assess whether the key is sensitive (security, within 30m, required)

  **It is sensitive if it does any of these**; then do the whole list:

  - it reads sensitive data or content;
  - it changes data, sends something or spends money;
  - it uses up a limited quota, after which the service slows down or blocks us or our users.

  **It is not sensitive if every visitor sees it anyway**: keys for JavaScript in the browser, such as a map's or a
  publishable payment key, as long as they do none of the above. Then restrict it (\`restrict-key\`), and the IC may
  \`/skip\` the rest with that reason.

  Not sure? Then it is. Check its scopes in the service's console, not its name: some services have one kind of key for
  everything.

- [ ] \`replace-key\` Create a new key or account and deploy it (service, within 4h, required)

  - In the service's console: a second key beside the old one, with the scopes that are needed and no more. A service
    that ties keys to an account needs a new account: move what belongs to it first.
  - Into the vault, then into each place that uses it: \`git grep -n '<variable name>'\`, build secrets, jobs, partners.
  - Restart, and verify in the service's log that requests use the new one. A wrong key often fails silently: send one
    test e-mail, make one test payment.

- [ ] \`disable-old-key\` Disable the old key (security, within 4h, required)

  **Disable, do not delete**: many services delete a key's log with the key.

  - Is it being misused now? Disable it at once, before the new one is deployed, and accept the outage.
  - It cannot be disabled? Remove its scopes, restrict it to an unused address, set its quota to zero; delete only after
    \`read-provider-log\` has saved what there is.
  - Revoke what depends on it: webhooks' signing secrets, OAuth tokens, sub-keys, unknown team members.
  - Try it: \`curl -s -o /dev/null -w '%{http_code}\\n' -H @old-header.txt <a harmless request>\` returns 401 or 403. Keep
    it out of the shell history, and delete the file.

## Investigate

- [ ] \`read-provider-log\` Read the service's log of this key (forensics, required)

  - Its audit or request log, its dashboard of usage by day, its invoices. Export it today: many keep it for 7 or 30
    days.
  - Since when was the key out (\`find-leak\`)? From that day on: IP addresses, methods, amounts that are not ours.
  - What was read: \`/exposed data <name> <count>\`. What was sent in our name: to whom, how many.
  - No log available? Ask their support; the IC approves what they are told. Until then presume that it was used.

## Eradicate

- [ ] \`undo-changes\` Revert what was changed with it (service, required, after \`read-provider-log\`)

  - Compare the service's state with what it should be: templates, webhooks, redirects, prices, recipients, DNS records,
    users, forwardings.
  - Payments and orders: list them, stop what has not been executed, refund through the usual process, tell finance.
  - Quota used up? Ask for more, and reduce our own requests meanwhile, so that users notice as little as possible.
  - Nothing was changed? Write what you compared, and \`/done\`.

- [ ] \`restrict-key\` Restrict the new key (service, after \`replace-key\`)

  - Scopes, addresses, referrers, daily amounts, an expiry date: whatever the service offers. For keys in the browser,
    the list of our own domains.
  - One key per application and environment, so that each can be revoked alone.
  - An alert on unusual use, sent to the team, not to the mailbox of whoever signed up.
  - Keep keys out of code: a scan before each commit and push protection in each repository.
`,
  },
  {
    name: 'trace-leak.md',
    text: `---
title: Source of a leaked key
kind: part
summary: Find where a key was published, and take it down.
source: The public "Incident Response Guidelines for Developers", in our own words
phases:
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
roles: [security]
---
Presume that everybody knows a published key, however briefly it was public. Disable it first, then take it down.

## Investigate

- [ ] \`find-leak\` Find where and when it was published (security, required)

  Search by its public part or its last four characters. Never paste the key into a search engine or a web site.

  - Every repository and every branch, not only the newest state:
    \`git log --all --oneline -G '<last four>' -- ':!*.lock'\`, and \`git log --all --diff-filter=D --name-only\` for files
    that were deleted. Forks and closed pull requests keep it too.
  - Alerts: the repository's *Security*, *Secret scanning*; the provider's own mail.
  - Also: build logs and artefacts, images (\`docker history --no-trunc <image>\`), a packaged app, a paste site, a
    ticket, the chat, a laptop, a backup.
  - Write here where, since when, and who could read it: \`/timeline 09:14Z pushed to a public repository\`.

## Eradicate

- [ ] \`take-down\` Remove the published copies (security, required, after \`find-leak\`)

  **Only when the key is disabled.** Removing it first alerts whoever watches, and protects nothing.

  - Remove the file and put the new key where keys belong. Rewriting history (\`git filter-repo\`) is worth it for data,
    rarely for a revoked key: every clone and fork still has it. GitHub's support removes cached views.
  - Delete the images, artefacts and build logs that hold it; make private what was public by mistake.
  - Switch on push protection for the affected repositories, so that the next one is rejected.
`,
  },
  {
    name: 'tricked-users.md',
    text: `---
title: Users tricked through our site
severity: SEV-2
summary: A third party used our site to trick users, by framing, forged requests or open redirects.
confidential: true
source: The public "Incident Response Guidelines for Developers", in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
  Communicate: Respond (RS.CO)
  Learn: Identify (ID.IM)
roles: [incident-commander, communications, forensics, security, service]
include: [notify-parties]
---
**Save the malicious page, identify which of the three attacks it is, and fix that one today.** Nobody broke in: users'
own browsers did what another page told them to, with their session.

- *Framing (click-jacking)*: our page, invisible inside theirs; users click something other than what they see.
- *Forged requests (CSRF)*: their page sends a form to us in the user's name.
- *Open redirects*: our address in the link, their page as the destination.
- The page is live. Open it only in a browser that is logged in nowhere. Never post its address as a link here.

## Contain

- [ ] \`identify-trick\` Identify the attack and save the page (security, within 1h, required)

  - Save it: \`curl -sSL -D headers.txt -o page.html <address>\`, dated screenshots, the e-mail with all its headers.
  - \`grep -iE '<iframe|<frame|<object|<embed' page.html\`: framing. A form or a script that sends to our host: forged
    requests. A link to us with another address in its parameters (\`next=\`, \`url=\`, \`return=\`): a redirect.
  - Try with a test account which of our pages it works on:
    \`curl -sI <our page> | grep -iE 'x-frame|content-security|set-cookie'\`.
  - Write here which of the three it is. The IC may \`/skip\` the steps of the others; checking them too is better.

- [ ] \`block-framing\` Block framing of our pages (service)

  - nginx: \`add_header Content-Security-Policy "frame-ancestors 'none'" always;\` and
    \`add_header X-Frame-Options "DENY" always;\`. A \`location\` with an \`add_header\` of its own loses those from above.
    Apache: \`Header always set X-Frame-Options "DENY"\`. If the site sends a Content-Security-Policy already, add to that
    one.
  - Django: \`XFrameOptionsMiddleware\` in \`MIDDLEWARE\`, \`X_FRAME_OPTIONS = 'DENY'\`; look for \`@xframe_options_exempt\`.
  - We frame ourselves? \`SAMEORIGIN\` and \`frame-ancestors 'self'\`. A partner does?
    \`frame-ancestors https://partner.example\`: \`ALLOW-FROM\`, which older texts name for that, is ignored by today's
    browsers.
  - Verify: \`curl -sI <page>\` has both headers, on error pages and after login too. Their meaning is explained in MDN's
    pages on X-Frame-Options and frame-ancestors, and in Django's on clickjacking protection.

- [ ] \`stop-forgery\` Reject forged requests (service)

  - Every request that changes something needs a token: in Django \`CsrfViewMiddleware\` and \`{% csrf_token %}\`. Look for
    exemptions: \`git grep -n csrf_exempt\`.
  - **Nothing is changed by GET.** Look for links that delete, confirm or log out.
  - Cookies: \`SameSite=Lax\` or \`Strict\`, \`Secure\`, \`HttpOnly\`; in Django \`SESSION_COOKIE_SAMESITE = 'Lax'\`.
  - JSON interfaces: reject other content types and foreign \`Origin\` headers; never reflect the origin in
    \`Access-Control-Allow-Origin\` together with credentials.
  - Test: the same request from another origin, with a session, is answered with 403.

- [ ] \`close-redirects\` Close open redirects (service)

  - Find them: \`git grep -nE "redirect\\(.*(GET|params|query)|next=|return_?url"\`, and in the log
    \`zgrep -hiE '(next|url|return|goto)=(https?(:|%3a)|//|%2f%2f)' access.log* | grep ' 30[1278] '\`
  - Allow only our own hosts: in Django \`url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()},
    require_https=True)\`, otherwise the start page. Never test for a prefix: \`https://example.com.evil.test\` has it too.
  - Better: no address in the parameter at all, but a name that the server looks up.
  - Try \`//evil.test\`, \`/\\evil.test\`, \`https:evil.test\`, and the same encoded once and twice: each must end on our site.

## Investigate

- [ ] \`find-tricked\` Find affected users and what they were made to do (forensics, required)

  - Requests with a foreign referrer or origin, on the affected paths: \`awk -F'"' '$4 !~
    /^(-|https:\\/\\/(www\\.)?example\\.com)/ {print $4}' access.log | sort | uniq -c | sort -rn\`
  - What they did there in the minutes after: transfers, new addresses, granted rights, deleted things, passwords
    entered on the malicious page.
  - Since when, how many? Keep the list of accounts with the evidence, and write the number here:
    \`/exposed data <name> <count>\`.
  - Did they reveal their password? \`/playbook add website-credentials\`, or a reset for those.

## Eradicate

- [ ] \`undo-deeds\` Undo what users were made to do (service, required, after \`find-tricked\`)

  - With the list of \`find-tricked\`: revert what can be reverted, and note what cannot.
  - Stop what has not taken effect yet: payments, e-mails, exports. Revoke granted rights; end sessions.
  - Ask before you undo what may have been intended. Support has the wording.
  - Nobody was affected? Write which log shows that, and \`/done\`.

- [ ] \`check-other-pages\` Check the whole site for all three (security)

  One was found by somebody else; the others probably exist too.

  - Check the headers of one page of each kind, with a script in the pipeline that fails when one is missing.
  - List all forms and redirects, each with a test as above.
  - Old subdomains that point to nothing, and pages at other providers under our name: \`dig +short CNAME <name>\`.

## Communicate

- [ ] \`report-site\` Report the malicious page (communications, gate external, after \`identify-trick\`)

  This is an external disclosure, so the IC approves it: \`/approve external <reason>\`.

  - Its host and registrar: the abuse addresses from \`whois <domain>\` and \`whois <address>\`. With the saved page, times
    in UTC, and what it does. No names of users.
  - The browsers' lists: Google Safe Browsing's and Microsoft's forms for phishing pages.
  - If it was on a partner's site, they are probably victims: call them first.
  - Check the next day whether it is gone, and whether it moved to another name.
`,
  },
  {
    name: 'website-credentials.md',
    text: `---
title: Website credentials exposed
severity: SEV-1
summary: Passwords of our users were exposed, plain or hashed, perhaps those of staff as well.
confidential: true
source: The public "Incident Response Guidelines for Developers", in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
  Communicate: Respond (RS.CO)
  Learn: Identify (ID.IM)
roles: [incident-commander, communications, forensics, security, service]
include: [notify-parties]
---
**Presume that every account is compromised**, hashed or not. Staff and administrators first, then a reset for everyone,
then the source: as long as it leaks, new passwords leak too.

- Never put a password, a hash or a row of the table here, not even as an example.
- The source may be a machine with an intruder on it: \`/playbook add server-access\`. For more responders, counsel and
  the public statement: \`/playbook add security-incident\`.

## Contain

- [ ] \`protect-staff\` Secure staff and administrator accounts (security, within 1h, required)

  They can do the most damage, so they come first.

  - List them: in Django \`from django.db.models import Q\`, then \`get_user_model().objects.filter(Q(is_staff=True) |
    Q(is_superuser=True))\`. Any unknown account is suspicious: disable it (\`is_active = False\`), do not delete it.
  - New passwords and a second factor for each, handed over by voice; end their sessions.
  - Block external access to the admin meanwhile: nginx \`location /admin/ { allow <our network>; deny all; ... }\`.
  - Same password elsewhere? \`/exposed account <name>\`.

- [ ] \`reset-passwords\` Reset all passwords (service, within 4h, required)

  All of them: nobody can know which were read.

  - In Django give each account a random password. **Not \`set_unusable_password()\`**: the reset mail is sent only to
    accounts that have a usable one. In \`manage.py shell\`:

    \`\`\`python
    from django.contrib.auth import get_user_model
    from django.contrib.auth.hashers import make_password
    from django.utils.crypto import get_random_string
    get_user_model().objects.update(password=make_password(get_random_string(40)))
    \`\`\`

    One unknown password for all is enough: a million separate hashes take days.

  - This invalidates reset links that were sent before. Make sure that e-mail can be sent at this rate, and that support
    knows.
  - Reject the old password at the reset: before the line above copy the old hashes to a table of their own, compare
    with \`check_password(new, old_hash)\` while the resets run, then drop it. Also reject passwords from known leaks.
  - Reset API tokens and remembered devices of users as well.

- [ ] \`end-web-sessions\` End every session (service, within 4h, required)

  A new password does not end existing sessions, unless the framework ties them together.

  - Django: a changed password ends its sessions if the session's hash is checked (it is, by default). All at once:
    \`from django.contrib.sessions.models import Session; Session.objects.all().delete()\`, or flush the cache that holds
    them.
  - Was the signing key within reach? Replace \`SECRET_KEY\`; otherwise sessions can be forged.
  - Mobile apps and tokens: raise the accepted version, or empty the table of refresh tokens.
  - Test with an old cookie: it must lead to the login page.

## Investigate

- [ ] \`judge-passwords\` Assess how the passwords were stored (security)

  It decides how fast they can be cracked, and what users have to be told.

  - Plain: known now. Unsalted or fast (MD5, SHA-1, SHA-256 alone): most within days. bcrypt, scrypt, Argon2 or PBKDF2
    with many rounds: the weak ones.
  - In Django the first part of the field shows it: \`SELECT split_part(password, '$', 1), count(*) FROM auth_user GROUP
    BY 1;\`
  - What else was in the table: addresses, names, telephone numbers, answers to questions?
    \`/exposed data <name> <count>\`.

- [ ] \`find-source\` Find the source of the leak (forensics, required)

  Check all copies of the table, not only the server.

  - Its newest row and its columns date the leaked copy. Which dump, backup, export or replica is that?
  - A laptop with a dump on it: whose, where is it, what else is on it?
  - An insecure backup at a cloud service, for example a public disk snapshot or an open bucket. \`aws ec2
    describe-snapshots --owner-ids self --restorable-by-user-ids all\` lists snapshots open to everybody,
    \`aws s3api get-bucket-policy-status --bucket <bucket>\` shows whether a bucket is.
  - The site itself: injection in the access log (\`grep -iE 'union(%20|\\+)+select|sleep\\(' access.log\`), the admin's
    export.
  - The database's log: large \`SELECT\` and \`COPY\` by a client that is not ours.

- [ ] \`review-logins\` Check for unauthorised logins (forensics, required)

  Since the day of the leaked copy.

  - Many accounts from one address, one account from many countries, a login directly followed by a change of e-mail
    address or password.
  - \`zgrep -h 'POST /login' access.log* | awk '{print $1}' | sort | uniq -c | sort -rn | head -30\`
  - What did they do inside? \`/exposed account <name>\` for staff; for users, keep the list with the evidence, not here.

## Eradicate

- [ ] \`treat-cause\` Fix the cause (security, required, after \`find-source\`)

  The source has its own checklist; add it to this one.

  - A machine or a developer's key: \`/playbook add server-access\`. A cloud key or an open bucket:
    \`/playbook add cloud-key\`, \`/playbook add exposed-content\`. A third party's key: \`/playbook add third-party-key\`.
  - A laptop: \`/exposed account <its owner's name>\`, lock or wipe it remotely only once you know what was on it.
  - Then fix it for good: snapshots private, dumps encrypted and with an expiry date, no production data on laptops.
  - Was the leak still open at the reset? Then reset again.
`,
  },
]

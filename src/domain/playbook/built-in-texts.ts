// Made from templates/playbooks by `npm run generate`: change it there.

export const builtInTexts: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'breach.md',
    text: `---
title: Breach
severity: SEV-1
summary: Somebody was in, or something is as it should not be. Find from the symptom who did what, system by system.
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
**Don't panic. Don't wipe and reinstall anything yet. Follow the plan: it is this list.** Stop information from being
taken, keep what shows how it was, then repair so that it cannot happen again, in that order.

- **Attack running? Power off at once. Otherwise memory and logs first.** Disable, do not delete.
- Name each affected system: \`/asset add db-1\`. It gets its own round: evidence, symptom, who did it, logins. A further
  one that turns up on the way begins at the beginning.
- It may turn out to have been a bug. That is a good end; it too has to be shown.
- "Who would do this?", "it was surely...", "I told you so": not tonight. Guesses about people stay unsaid, and written
  nowhere.

## Assemble

- [ ] \`follow-plan\` Take up the plan, and write down the questions (incident-commander, within 15m, required)

  A breach without a plan is a scramble, and the great mistakes happen in a scramble. Read this list to its end once,
  aloud.

  1. Two people at least: one writes, one does. What is everybody's guess is nobody's find.
  2. The questions, each with what we know and how: Is it still going on? How did they get in? When? What did they read,
     change, delete? Where are the backups, and from which day? \`/timeline\` for each answer.
  3. Nobody wipes, restores, reinstalls or "quickly cleans up" before there is an image. Say it aloud, to everyone.
  4. What is missing in this plan is done all the same: \`/step add <title> (terms)\`.

## Contain

- [ ] \`preserve-evidence\` Preserve the evidence of this system (forensics, per asset, within 1h, required)

  The urge is to fix it at once. What is destroyed now is missing in every question later.

  - Its memory and what is running, if it still runs and nobody is attacking through it: \`ps auxwwf; sudo ss -tunap; w\`
    into a file on another machine, memory with \`avml\`.
  - **All its logs**: system (from the machine that keeps evidence:
    \`ssh -o ForwardAgent=no <machine> 'sudo tar -C / -czf - var/log' > <name>.tgz\`), firewall (\`sudo nft list ruleset\`,
    \`sudo iptables-save -c\`), network access and flow logs, load balancer, VPN, the provider's audit log, the
    application's.
  - Stop rotation and clean-up jobs that would take the oldest away tonight.
  - Note who took what, when, and its \`sha256sum\`. Images of the disks: \`image-disks\`.

- [ ] \`disable-access\` Disable access to what was breached (security, within 1h, required)

  **Disable, do not delete.** In a server room it can be as simple as pulling the line to the Internet; in a cloud there
  is no such line, and each way has to be found.

  - Servers: network off, or a security group without rules. Connections that are open survive a changed group: stop
    them.
  - Access points, VPN, bastion hosts, firewall rules that let in from outside, peerings and tunnels to other networks.
  - Roles, keys and federations at the provider: deactivate; \`/playbook add cloud-key\` has the commands.
  - Build services and deployment keys: they can put anything anywhere.
  - Note each thing that you switched off, in order: it is the list for coming back.

- [ ] \`change-passwords\` Change all passwords, and disable accounts that nobody needs (security, within 1d, required, after \`disable-access\`)

  All: those that were in reach first, then the rest.

  - **The old ones are documented for later analysis: in the vault, never here, nor in the chat.** A sealed entry,
    readable by forensics only: which account, until when it was valid. They show later where one was tried, or found in
    a list.
  - Accounts that are not essential now are disabled: guests, former colleagues, tests, integrations that can wait. Not
    deleted: their logs and files stay.
  - From a clean machine, with sessions ended at the same time. Changed while they listen, it is theirs again:
    \`disable-access\` comes first.
  - Shared accounts get an owner, or an end. \`/exposed account <name>\` for each that was used by others.

## Investigate

- [ ] \`start-from-symptom\` Start from the symptom (forensics, per asset, required)

  As close to it as you can: what exactly is not as it should be, here, and since when?

  - Rows that are new, changed or gone? The database's log says when and by which user, and from which address:
    \`grep -E 'INSERT|UPDATE|DELETE' postgresql.log\` around that time, with the connection's line before it.
  - More outgoing traffic, a fan that runs at night, a bill? Look at that machine's own log:
    \`journalctl --since '<time>'\`, \`sudo ss -tnp\`, \`top -b -n 1 | head -20\`. A miner of coins shows so.
  - A mail, a demand, a customer who knows too much? What would one have to have read to know it?
  - Write down: the symptom, its first time, the user or process at its end. \`/timeline\` each.

- [ ] \`find-user\` Find whose account did it, or from where (forensics, per asset, required, after \`start-from-symptom\`)

  Three ends are possible; say here which it is.

  1. **A user or service is named.** Follow what they did, before and after. *Does it explain itself by a fault of ours,
     a job that ran twice, a migration?* Then **it was a bug**: show it by making it happen again in a copy, and the IC
     closes (\`/cancel it was a bug: ...\`, or a lower severity if data was harmed).
  2. It does not: as a precaution change that user's password now, end the sessions, and look where the logins came
     from: \`examine-logins\`.
  3. **No user can be named.** Then the source is one of our own machines: the address in the log says which.
     **\`/asset add <that machine>\`, and begin there again** with \`preserve-evidence\` and \`start-from-symptom\`.

- [ ] \`examine-logins\` Examine the logins, and decide which of three it is (forensics, per asset, required, after \`find-user\`)

  In the authentication system: when did this user or service begin sessions, from where? Then ask them, by voice.

  1. **A login that was clearly not theirs.** The best case. New credentials, all sessions ended:
     \`/exposed account <name>\`. Then how the password got away.
  2. **The login was theirs, but they did not do it.** Go through the traffic of that session: several addresses,
     another browser, a pace that no person has? Then a third party came in on their session or token. New credentials,
     all sessions ended; then find out how the token got away: \`check-libraries\`.
  3. **There was no login, and yet somebody acted as this user.** The worst case: some door asks nobody.
     \`test-endpoints\`, and the service stays closed until then.

  Write the number here. No account at all, as at \`find-user\` 3? Say so, and \`/done\`.

## Eradicate

- [ ] \`check-libraries\` Check the authentication system and what it is built of (service, after \`examine-logins\`)

  For the second outcome: a session was spoofed, or a token taken.

  - Is the authentication system up to date, and every library that it depends on? \`npm audit\`, \`pip-audit\`,
    \`trivy image <image>\`; then its name and version at https://nvd.nist.gov, for vulnerabilities in active use.
  - The same for the front end, where the token is used to call the server: scripts of others, \`innerHTML\`, tokens in
    \`localStorage\`, in addresses, in logs and error trackers.
  - Cookies \`HttpOnly\`, \`Secure\`, \`SameSite\`; tokens that end soon, are bound to one audience, and can be revoked;
    signatures checked, \`alg: none\` refused.
  - No account had this outcome? \`/skip\` says so.

- [ ] \`test-endpoints\` Test that no endpoint answers without authentication (service, after \`examine-logins\`)

  For the third outcome.

  - List every route from the code or the router, not from the documentation. For each a test without a login, one with
    somebody else's, one with an ended session: 401, 403 or 404, each time. They run with every change from now on.
  - Enforce a description: OpenAPI with \`security\` at the top, so that an endpoint is closed unless it says otherwise,
    and a gateway or middleware that refuses what is not described.
  - Also what is not meant for browsers: administration, metrics, debug, internal ports (\`sudo ss -tlnp\`), queues,
    webhooks.
  - Read the logs of the doors that were found open: since when, by whom?

- [ ] \`harden\` Harden what let them in, and what hid them (security, required, after \`examine-logins\`)

  - The way in, closed on every system of its kind, and a test or alert for it.
  - What was missing in the search: a log that was not there, a shared account, ten days of retention. Each is in the
    checklist \`readiness\`; open that review when this is over.
  - Fewer doors: ports, accounts, rights, networks that see each other.
  - Each change with its reason, as a pull request that says nothing of the incident before the IC allows it.

## Recover

- [ ] \`return-online\` Get back online, system by system (site-reliability, required, after \`harden\`)

  - In the reverse order of the list at \`disable-access\`, each with a yes of the IC. One at a time, an hour between.
  - A machine that they were on does not come back: its replacement does (\`build-replacement\`), with data from a backup
    older than their first trace.
  - Before each: closed way in, new credentials, logs that arrive at the central place.
  - After each: look at logins, outgoing traffic and errors, against what was normal. One strange thing: off again.
`,
  },
  {
    name: 'cloud-key.md',
    text: `---
title: Cloud API key leaked
severity: SEV-1
summary: A key to the cloud provider's API got out. Machines, data and money are within its reach.
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
**Deactivate it now; do not delete it.** Programs find a published key within minutes. Deleted, it can no longer be
looked up by its user, and a mistake cannot be taken back. Then end the sessions that were begun with it: those live on
without it.

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
  - Production stops with it? Make the new one first if that takes minutes (\`replace-cloud-key\`); not if it is being
    misused.
  - Look at the user's other key and at a console password: \`aws iam list-access-keys --user-name <user>\`,
    \`aws iam get-login-profile --user-name <user>\`.

- [ ] \`end-cloud-sessions\` End the sessions issued from it (security, within 30m, required)

  Temporary credentials live up to 36 hours, whatever becomes of the key. They cannot be revoked, only denied.

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

    with the time of now, in UTC.
  - Each role that it could take (\`AssumeRole\` in the audit log): in the console, the role, *Revoke sessions*, or the
    same policy by \`aws iam put-role-policy\`. Services of ours that use the role fetch new credentials by themselves.
  - A federation token made with it (\`GetFederationToken\`) opens the console, too; the user's policy above stops it.

## Investigate

- [ ] \`read-audit-log\` Read the audit log by that key, in every region (forensics, within 4h, required)

  CloudTrail keeps 90 days of management events in each region, even if nobody set it up.

  - One file for each region; users and sign-ins of the whole account stand in that of us-east-1:

    \`\`\`sh
    for r in $(aws ec2 describe-regions --query 'Regions[].RegionName' --output text); do
      aws cloudtrail lookup-events --region "$r" --output json \\
        --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=<id> > "uses-$r.json"
    done
    \`\`\`

  - Then the same for each temporary key that it was given: the answer of \`AssumeRole\` and \`GetSessionToken\` in the
    events names them. Follow that chain to its end.
  - First: \`GetCallerIdentity\`, \`List*\`, \`Describe*\` from an unknown address is somebody looking around. \`StopLogging\`,
    \`DeleteTrail\`, \`PutEventSelectors\` is somebody who hides.
  - Reads of objects are not in it: a trail with data events, or the bucket's access log, has those if it was switched
    on.
  - Save the files off-site. Each find with its time: \`/timeline\`.

- [ ] \`find-creations\` Find what it made: users, roles, keys, machines (forensics, within 4h, required)

  They come back through these. Every region, for they choose the one that nobody looks at.

  - In the audit log: \`CreateUser\`, \`CreateAccessKey\`, \`CreateLoginProfile\`, \`CreateRole\`, \`UpdateAssumeRolePolicy\`,
    \`Attach*Policy\`, \`Put*Policy\`, \`RunInstances\`, \`ImportKeyPair\`, \`CreateFunction*\`, \`CreateStack\`,
    \`ModifySnapshotAttribute\`, \`AuthorizeSecurityGroupIngress\`.
  - And as it stands: \`aws iam list-users --query 'Users[].[CreateDate,UserName]' --output text | sort\`, the same with
    \`list-roles\`; \`aws iam generate-credential-report\`, then \`get-credential-report\`, for every user's keys and their
    age.
  - Machines, region by region; containers, functions and notebooks as well:

    \`\`\`sh
    for r in $(aws ec2 describe-regions --query 'Regions[].RegionName' --output text); do
      echo "$r"; aws ec2 describe-instances --region "$r" --output text \\
        --query 'Reservations[].Instances[].[LaunchTime,InstanceId,InstanceType,State.Name]'
    done
    \`\`\`

  - Disable each at once, in that order: keys, sessions, users, machines (**stop**). Write each here by name.

- [ ] \`list-reach\` List what its role could read and change (security, required)

  What it could is the upper bound; what it did is in the log, as far as there is one.

  - \`aws iam list-attached-user-policies --user-name <user>\`, \`list-user-policies\`, \`list-groups-for-user\` and the
    groups' own; the same for each role that it could take.
  - Ask for what matters most:

    \`\`\`sh
    aws iam simulate-principal-policy --policy-source-arn <arn of user or role> --output text \\
      --action-names s3:GetObject secretsmanager:GetSecretValue ssm:GetParameter rds:CreateDBSnapshot \\
      --query 'EvaluationResults[].[EvalActionName,EvalDecision]'
    \`\`\`

  - Buckets, snapshots, queues: \`/exposed data <name>\`. Secrets and parameters it could read:
    \`/exposed credential <name>\` for each.

- [ ] \`check-cost\` Look at the cost (site-reliability, required)

  Mining shows on the bill before anywhere else, a few hours late.

  - By region, then the same with \`SERVICE\`; compare with the month before:

    \`\`\`sh
    aws ce get-cost-and-usage --time-period Start=<first day>,End=<tomorrow> --granularity DAILY \\
      --metrics UnblendedCost --group-by Type=DIMENSION,Key=REGION
    \`\`\`

  - Quotas that were raised, mail that was sent in bulk (SES), domains bought, reserved capacity.
  - The provider sometimes forgives it: note the amount; the IC approves what is said to them.
  - Set an alarm on the budget now, if there was none.

## Eradicate

- [ ] \`remove-creations\` Remove what it made (security, required, after \`find-creations\` \`read-audit-log\`)

  After each is written down, and its evidence saved: a snapshot of a machine's disks, the code of a function, the
  policy of a role (\`aws iam get-role --role-name <role>\`).

  - Disabled already? Then there is time: a day's watching shows who misses it.
  - Rights that were widened on things of ours are the easiest to forget: trust policies, bucket policies, security
    groups, shared snapshots.
  - Look at the list of \`find-creations\` again the next day, with the same commands. Anything new means a way in is
    open.

## Recover

- [ ] \`replace-cloud-key\` Give what used it a new way in (service, required)

  - Better than a new key: a role for the machine, or OpenID Connect for the build, so that nothing lasting can leak.
  - Else a new key (\`aws iam create-access-key --user-name <user>\`) straight into the vault, with only the rights that
    the log shows were used by us, and from our addresses only.
  - Every place: \`/exposed credential <name>\` opens that checklist for it, if there are many.
  - The old one stays inactive until the post-mortem is through. Nothing of ours should still ask with it:
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
would have: settings, variables, paths, queries. Anybody could make it appear, with any broken request.

## Contain

- [ ] \`disable-debug\` Switch debug mode off (service, within 15m, required)

  - Django: \`DEBUG = False\`, and \`ALLOWED_HOSTS\` set, or it answers nothing but 400. Mind where the value comes from: an
    environment variable \`DEBUG=False\` is a true string unless it is parsed. Restart every worker.
  - On **all** public machines: production, staging, previews, the old one that nobody looks at.
  - See it: \`curl -s https://<host>/no-such-page-1 | grep -ciE 'DEBUG = True|Traceback|Werkzeug'\` says 0.
  - Flask or another with an interactive console (Werkzeug)? Visitors could run code: \`/playbook add server-access\`.

## Investigate

- [ ] \`read-traceback\` Write down what the page showed (forensics, within 2h, required)

  Get the same error in a copy of that version, never again in public, and go through the page from top to bottom.

  - Local variables of each frame: the request, people's data, passwords in forms. Cookies and headers of the visitor's
    own session.
  - Settings: names with API, KEY, PASS, SECRET, SIGNATURE or TOKEN are starred by Django, others not: a database's
    address with its password in it, for example. The environment too, with some other frameworks.
  - Queries, paths, versions: what the next attack would begin with.
  - Who got one: the log's lines with 500 and a large answer, \`awk '$9 == 500 && $10 > 20000' access.log\`; debug mode's
    404 page shows the site's list of addresses as well.

- [ ] \`find-debug-cause\` Find out how debug mode got there (service)

  - Which change, by whom or what, since when: \`git log -S'DEBUG' --format='%ad %h %an' -- '*settings*' '*.env*'\`, and
    the deployment's own log. That time is where the exposure begins: \`/timeline\`.
  - Was it switched on to look for another fault, and left? Then people lack a way to see errors: an error tracker.
  - Could it have been somebody from outside? A setting that nobody changed is more than a mistake.

## Eradicate

- [ ] \`treat-credentials\` Treat every credential that it showed as exposed (security, within 4h, required, after \`read-traceback\`)

  - \`/exposed credential <name>\` for each: database, mail, cloud, third parties. Each is to be revoked, replaced
    everywhere, and its use looked at. For a cloud key \`/playbook add cloud-key\`, for a third party's
    \`/playbook add third-party-key\`, for people's passwords \`/playbook add website-credentials\`.
  - Django's \`SECRET_KEY\` signs sessions, resets and links: replace it, and leave the old one out of
    \`SECRET_KEY_FALLBACKS\`. Everybody is logged out by it.
  - None was shown? Write which page you looked at, and \`/done\`.

- [ ] \`filter-tracebacks\` Keep secrets out of tracebacks in future (service)

  Error mails and trackers get tracebacks too, with debug mode off.

  - Django: \`@sensitive_variables('password', 'card')\` on functions, \`@sensitive_post_parameters('password')\` on views;
    a subclass of \`SafeExceptionReporterFilter\` with a longer \`hidden_settings\`, named in
    \`DEFAULT_EXCEPTION_REPORTER_FILTER\`. These hide variables only while \`DEBUG\` is off.
  - In the pipeline, before each deployment: \`python manage.py check --deploy --fail-level WARNING\`.
  - From outside, each hour: ask for a page that does not exist, and page somebody if the answer has a traceback.
`,
  },
  {
    name: 'directory-listing.md',
    text: `---
title: Content leaked by a directory listing
severity: SEV-3
summary: A web server or a bucket listed the files in a folder, and so gave away what nobody linked to.
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
**Switch the listing off, everywhere, now**; then count what was in it. Whoever saw the list may have taken every file
on it, so each of them counts as exposed content until the logs show otherwise.

## Contain

- [ ] \`disable-listing\` Switch directory listing off (site-reliability, within 30m, required)

  In all cases, not only for this folder.

  - Apache: \`Options -Indexes\` in the main configuration; look for what switches it on again:
    \`sudo grep -rnE '^[^#]*Options.*Indexes' /etc/apache2 /etc/httpd\`, and in each \`.htaccess\`. Then
    \`sudo apachectl configtest && sudo apachectl graceful\`.
  - nginx lists only if told to: \`sudo nginx -T | grep -n autoindex\`. Take each \`autoindex on;\` out, then
    \`sudo nginx -t && sudo nginx -s reload\`.
  - Buckets list as well: \`aws s3 ls s3://<bucket> --no-sign-request\` must be refused.
  - See it: \`curl -s <folder> | grep -iE 'index of|<ListBucketResult'\` finds nothing, with and without the last slash.

## Investigate

- [ ] \`list-exposed-files\` List every file it showed (forensics, within 4h, required)

  - On the server: \`find <folder> -type f -printf '%TY-%Tm-%Td %s %p\\n' | sort\`. Folders below it were listed too. What
    has been deleted since is in the backup of those days.
  - Which were fetched: the log's lines for \`<folder>\` that were answered with 200; first those for the folder itself,
    for they say who saw the list.
  - Dumps, backups, \`.git\`, \`.env\`, key files: \`/exposed credential <name>\` and \`/exposed data <name>\` at once.
  - Keep the list with the saved logs. Here: how many files, of which kinds.

## Eradicate

- [ ] \`check-all-servers\` Look for listings everywhere else (site-reliability, required)

  Every host, every bucket, staging and old machines too.

  - From outside, over our own list of hosts and the usual folders:
    \`for u in $(cat folders.txt); do curl -s --max-time 10 "$u" | grep -qi 'index of' && echo "$u"; done\`
  - Containers and development servers: \`python -m http.server\` and the like list by default, and sometimes run on.
  - Put it into the standard configuration, with a check that fails when it comes back.

- [ ] \`move-files\` Move out what need not be there (service, after \`list-exposed-files\`)

  What is not meant to be fetched does not lie under the web root: dumps, backups, exports, sources.

  - \`find <web root> -regextype posix-extended -regex '.*\\.(sql|bak|old|zip|tgz|gz|log|pem|env)' -o -name .git\`
  - Move, after \`list-exposed-files\`; delete nothing that the evidence needs.
  - What has to stay is served with a check of permissions, see \`fix-permissions\`.
`,
  },
  {
    name: 'exposed-account.md',
    text: `---
title: Exposed account
kind: part
summary: One person's or service's account that others could use. Each step's tick is the proof of its rotation.
source: The response documents of PagerDuty and ShipmentBot, on accounts used in an attack, in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
roles: [forensics, security, service]
---
Opened by \`/exposed account <name>\`. Its owner is a witness and mostly a victim: ask by voice, and let somebody else do
the disabling.

## Contain

- [ ] \`revoke\` Disable it and end its sessions (security, per asset, within 30m, required)

  Somebody else than its owner does it. **Disable, do not delete**: its files and logs are wanted.

  - At the place where it logs in for everything (single sign-on): suspend, end all sessions, take its devices out.
  - Then where that does not reach: \`sudo usermod --lock --expiredate 1 <name> && sudo pkill -KILL -u <name>\` on
    machines, personal access tokens and SSH keys at GitHub, keys at the cloud, database users, VPN.
  - Look for what outlives a new password: mail forwarding rules, applications that were granted access, a second MFA
    device, reset addresses that are not the owner's.

## Eradicate

- [ ] \`rotate-everywhere\` Give it new keys and passwords on every system (service, per asset, required)

  On **every** system where its owner has an account, not only where it was misused.

  - The list, with the owner by voice: single sign-on, mail, GitHub, cloud, VPN, vault, chat, build server, databases,
    providers, and the private account used to reset any of them.
  - New password, new MFA device, new SSH key and tokens, made on a machine that is known to be clean. The old one is
    looked at before it is used again.
  - A shared account? Everybody who knows it is concerned; end the sharing now.
  - Re-enable it only when the list is done, with no more rights than are needed.

## Investigate

- [ ] \`check-use\` Tell its owner's deeds from the others' (forensics, per asset, required)

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
summary: Pages or files could be read by people who were not permitted to, at an address that is known.
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
**Close it first, keep the logs, then count.** Nobody broke into the system: something could be seen that should not
have been, by somebody's attempt or by our own fault. Its address (URL) is known, so the web server's log can tell how
far it went, as long as it is not rotated away tonight.

- Do not write the address into a title: whoever gets the mail could open it.
- Credentials were in it? \`/exposed credential <name>\` for each, now. Somebody was logged in or on a machine? Then it is
  more than this: \`/playbook add security-incident\`.

## Contain

- [ ] \`close-access\` Close the access to it (service, within 30m, required)

  Whatever is fastest: answer 404 or 410 for the address, put a login before it, or take the page offline.

  - nginx, in the \`server\` block: \`location ^~ /private/ { return 404; }\`, then \`sudo nginx -t && sudo nginx -s reload\`.
    Apache: \`Redirect 410 /private/\`, then \`sudo apachectl configtest && sudo apachectl graceful\`.
  - Caches in front serve it on: purge it in the CDN as well.
  - Check from outside, without a login: \`curl -s -o /dev/null -w '%{http_code}\\n' <address>\`.
  - Do not delete the content: what was in it decides who has to be told.

- [ ] \`save-access-logs\` Save the logs before they rotate (forensics, within 1h, required)

  - Copy, do not move: \`sudo tar -czf /srv/evidence/web-logs.tgz /var/log/nginx\` (or \`/var/log/apache2\`), then
    \`sha256sum\` of it. As many days back as there are.
  - The same from every server, load balancer and CDN that answers for the address; from storage too, if it logs reads.
  - A rotation tonight would lose the oldest: raise \`rotate\` in \`/etc/logrotate.d/nginx\` now.
  - They hold visitors' addresses. Keep them where few can read them, not here.

## Investigate

- [ ] \`check-search-engines\` Look for it at the search engines (service, required)

  In a private window, at each of the large ones (Google, Bing, and those of the countries where our users are).

  - By address: \`site:example.com/private\`, and by a harmless phrase from it in quotation marks. Never search for a
    secret or for somebody's name with it: the search is recorded too.
  - Web archives keep copies as well: \`https://web.archive.org/web/*/<address>\`.
  - Did a crawler come? \`zgrep -hiE 'googlebot|bingbot|yandex|duckduckbot|applebot' /var/log/nginx/access.log* | grep -F
    '<path>'\`
  - How did it get there: a link, a site map, a page that lists it? Close that gap as well. Write what was found where.

- [ ] \`measure-exposure\` Measure how long, how many, and how it was found (forensics, required, after \`save-access-logs\`)

  From the saved logs, for the paths concerned and the answers that gave something away.

  - Which requests: \`zcat -f access.log* | grep -F '<path>' | awk '$9 ~ /^(200|206|304)$/' > hits.txt\`
  - **How long**: the first and last line, and the deployment that opened it: \`git log -S'<pattern>' --format='%ad %h'\`.
  - **How many**: \`awk '{print $1}' hits.txt | sort | uniq -c | sort -rn\`. Leave out our own addresses, and say so;
    behind a proxy the first field may be the proxy's.
  - **How it was found**: referrers \`awk -F'"' '{print $4}' hits.txt | sort | uniq -c | sort -rn\`, programs the same
    with \`$6\`. Numbers in a row, one address with everything, a search engine as referrer: each is another story.
  - \`/exposed data <name> <count>\`, and the times with \`/timeline\`.

- [ ] \`judge-content\` Judge what it was (service)

  Look at what was really served, not at what should have been there.

  - Which kinds: people's data, contracts, internal documents, credentials, pictures? Whose, and of how many?
  - A credential in it is dealt with at once: \`/exposed credential <name>\`. People's data:
    \`/exposed data <name> <count>\`.
  - Nothing that matters? Two of you say so here, with the reason; the IC may lower the severity.

## Eradicate

- [ ] \`clear-results\` Have the results cleared (service, after \`close-access\` \`check-search-engines\`)

  Only after \`close-access\`: an engine that finds the page again takes it in again.

  - Google: Search Console, *Removals*, *New request*, also with "all addresses with this prefix". It hides them for
    about six months; a 404, 410 or login meanwhile makes it last. Bing: Webmaster Tools, *Block URLs*.
  - A site that you cannot verify, or a page that changed: the engines' forms for outdated content. Archives by mail.
  - Look again after a day and after a week. Nothing was found at \`check-search-engines\`? \`/skip\` says why.

- [ ] \`exclude-crawlers\` Keep crawlers out of these areas (service, after \`clear-results\`)

  - robots.txt: \`User-agent: *\` and \`Disallow: /private/\`. A pattern for the area, **never the name of the secret
    file**: everybody can read robots.txt.
  - It asks crawlers to stay away and protects nothing. It also keeps them from seeing that a page is gone, so add it
    once the results are cleared.
  - Pages that have to stay reachable: the header \`X-Robots-Tag: noindex\`, and out of the site map.

- [ ] \`fix-permissions\` Put the check of permissions right (service, required)

  The fault that let them in, and its like elsewhere.

  - The view that serves it asks *who* and *may they* itself, for each request, and says 404 if not. Files too: through
    the application or with signed links that end, not from a public folder.
  - A test as a visitor without a login, and one as another user: both get 404. Run them before and after the change.
  - Search for the same fault: other views of that kind, other folders, other buckets.
`,
  },
  {
    name: 'exposed-credential.md',
    text: `---
title: Exposed credential
kind: part
summary: One key, token or password that is known to others. Each step's tick is the proof of its rotation.
source: The response documents of PagerDuty and ShipmentBot, on keys found at a compromised host, in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
roles: [forensics, security, service]
---
Opened by \`/exposed credential <name>\`. Call it by what it is for, at most with its last four characters. **Never the
value**, not even an old one.

## Contain

- [ ] \`revoke\` Revoke it (security, per asset, within 1h, required)

  It counts as known, whether it was stored plain, encrypted or hashed. Revoke at the place that accepts it.

  - **Disable rather than delete** where there is a choice: its log of uses often goes with it. At AWS:
    \`aws iam update-access-key --user-name <user> --access-key-id <id> --status Inactive\`.
  - End what was begun with it: sessions, refresh tokens, tokens derived from it, open database connections.
  - Production stops without it? Make the new one first, within the hour, unless it is being misused right now.
  - Try the old one from outside, and see it refused. Then \`/done\` with the time.

## Eradicate

- [ ] \`rotate-everywhere\` Put a new one in every place that used it (service, per asset, required)

  - List the places: services, build secrets, scheduled jobs, colleagues' machines, partners, backups of configuration.
    \`git grep -n '<its variable name>'\` in each repository, and the vault's access log.
  - The same value somewhere else? That is one more exposed credential: \`/exposed credential <name>\`.
  - The new one goes into the vault, with less permission and an end date where that can be had. Never into chat or
    here.
  - Restart what reads it only at start, and see that nothing still asks with the old one.

## Investigate

- [ ] \`check-use\` Look whether somebody else used it (forensics, per asset, required)

  From the day it got out, not from the day we noticed, until its last use.

  - The log of the service that accepts it: when, from which address, what was asked. At AWS
    \`aws iam get-access-key-last-used --access-key-id <id>\` is the beginning, CloudTrail the rest.
  - What is not ours: new addresses and countries, odd hours, a client that we do not run, many reads in a row.
  - It was used? Say so on the time line, \`/exposed data <name>\` for what it opened, and tell the IC.
  - No log goes back that far? Then write exactly that: "not known" is not "not used".
`,
  },
  {
    name: 'exposed-data.md',
    text: `---
title: Exposed data
kind: part
summary: One set of data that others could read. Each step's tick is the proof that it was dealt with.
source: The response documents of PagerDuty and ShipmentBot, on compromised data, in our own words
phases:
  Contain: Respond (RS.MI)
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
roles: [forensics, security, service]
---
Opened by \`/exposed data <name> <count>\`. Name the set and how many records, never a record. Data cannot be called back,
but what it opens can be changed.

## Contain

- [ ] \`revoke\` Take back the access to it (security, per asset, within 1h, required)

  - Close the way by which it was read: the page, the bucket, the shared link, the account, the database's open port.
    A bucket:

    \`\`\`sh
    aws s3api put-public-access-block --bucket <bucket> --public-access-block-configuration \\
      BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
    \`\`\`

  - And the copies: caches, mirrors, exports, search engines, links that were handed out and still work.
  - Do not delete the only copy or its log: both are needed to say what was in it.
  - Try it from outside without any account, and see it refused.

## Eradicate

- [ ] \`rotate-everywhere\` Replace what in it opens something (service, per asset, required)

  Go through its fields, one by one, and ask what somebody can do with each.

  - Passwords in any form, tokens, links that log in, API keys, answers to security questions, device and reset codes:
    made invalid, everywhere they are accepted. \`/exposed credential <name>\` for each kind.
  - Numbers that others issued (cards, accounts, identity papers): whoever issued them has to be told; note it for those
    who write the notice, and tell nobody yourself.
  - Keys by which it was encrypted, if they lay beside it. Names of machines and people that help the next attack.
  - Nothing in it opens anything? Write the list of fields, and \`/done\`.

## Investigate

- [ ] \`check-use\` Find out who read it, and how much (forensics, per asset, required)

  - The log at the place of reading: web server, storage, database, application. First and last access, from how many
    addresses, how many bytes: \`awk '{sum += $10} END {print sum}'\` over the lines of an access log.
  - How many records, about how many people, of which kinds? Exactly, where it can be had; a range, where not.
  - Does it turn up elsewhere: search engines, paste sites, an offer for sale? Look, do not buy, do not answer.
  - No log? Then it counts as read. Write that here.
`,
  },
  {
    name: 'guessable-urls.md',
    text: `---
title: Content leaked by guessable addresses
severity: SEV-3
summary: Content was reached by guessing its address, a number counted up for example.
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
**That nothing links to it protects nothing.** Whoever saw one address guessed the next. Close the view that answers,
then find out who walked how far.

## Contain

- [ ] \`check-view\` Check permissions in the view that shows it (service, within 4h, required)

  \`close-access\` stops it tonight; this puts it right. Where you link to it does not count: the view itself asks, for
  each object, whether this person may.

  - In Django: \`get_object_or_404(Invoice, pk=pk, owner=request.user)\` instead of \`pk\` alone; \`LoginRequiredMixin\` says
    only that somebody is logged in. The same for downloads, exports, pictures and the API.
  - Say 404 to those who may not, so that they cannot learn what exists.
  - Try as nobody and as somebody else: \`curl -s -o /dev/null -w '%{http_code}\\n' -b other-user.txt <address>\`.

## Investigate

- [ ] \`find-walkers\` Find who counted through (forensics, required, after \`save-access-logs\`)

  With the logs of \`save-access-logs\`. A person opens one or two, a walker hundreds.

  - Addresses of the kind, by visitor:

    \`\`\`sh
    zcat -f access.log* | awk '$7 ~ /^\\/invoice\\/[0-9]+/ && $9 == 200 {print $1}' | sort | uniq -c | sort -rn | head -50
    \`\`\`

  - In a row, at a steady pace, without pictures and style sheets, with many 404 between? Then it was a program.
  - Logged in? The application's log says who; compare what they fetched with what was theirs.
  - Write here: how many objects, from which to which, when, by how many visitors. \`/exposed data <name> <count>\`.

## Eradicate

- [ ] \`harden-addresses\` Decide on addresses that cannot be guessed (service)

  As a second wall behind the check, never instead of it. Weigh these, and write here what was decided and why:

  - Random identifiers instead of counted ones: \`uuid.uuid4()\`, or 128 bits of \`secrets.token_urlsafe(16)\`.
  - A checksum in the address, made with a key: in Django \`signing.TimestampSigner().sign(pk)\`, which can also end;
    signed links at S3: \`aws s3 presign s3://<bucket>/<file> --expires-in 300\`.
  - A limit of requests for each visitor, and an alert at many 404 in a row.
  - The old addresses answer 404 from then on: no redirect from the number to the new name.

- [ ] \`check-other-views\` Look for the same in other views (service)

  - Every route with an identifier in it: in Django \`python manage.py show_urls\` (django-extensions), else
    \`git grep -nE '<int:|\\(\\?P<pk>|/:id'\`. Also hidden form fields and parameters: \`?user=42\`.
  - For each: who checks? Write one test that takes all of them as a second user and expects 404.
  - Each one found open goes back to the top: \`close-access\`, then its share of the logs.
`,
  },
  {
    name: 'instance-key.md',
    text: `---
title: Instance key leaked
severity: SEV-2
summary: The SSH key of a cloud instance got out. It cannot be revoked, so the instance is built anew.
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
**The key is bound to its instances and cannot be revoked**: each is rebuilt with a new one. Until then keep it from
being reached. Everything on these machines counts as leaked, and has its own checklist.

- Name every machine: \`/asset add web-1\`. That opens its steps: logins, contents, images, replacement, services, wiping.
- Somebody is on it now? Power it off, and \`/playbook add server-access\`.

## Contain

- [ ] \`find-instances\` Find every instance that takes the key (site-reliability, within 30m, required)

  - By its name, in every region:

    \`\`\`sh
    for r in $(aws ec2 describe-regions --query 'Regions[].RegionName' --output text); do
      aws ec2 describe-instances --region "$r" --filters Name=key-name,Values=<key> --output text \\
        --query 'Reservations[].Instances[].[InstanceId,PrivateIpAddress,State.Name]'
    done
    \`\`\`

  - The name says only what it was started with. The public part may have been copied on:
    \`ssh-keygen -lf ~/.ssh/authorized_keys\` on each machine, compared with the key's fingerprint. Images made of such a
    machine have it too.
  - \`/asset add <name>\` for each.

- [ ] \`limit-access\` Keep it from being used (security, within 30m, required)

  A stop-gap until they are rebuilt.

  - SSH closed from outside, in each one's security group: \`aws ec2 revoke-security-group-ingress --group-id <group>
    --protocol tcp --port 22 --cidr 0.0.0.0/0\`, the same for IPv6. Then from our own addresses only, or through the
    provider's session service.
  - Take the key's line out of \`authorized_keys\` of **every** user, after saving a copy:
    \`sudo sh -c "grep -rlF '<comment of the key>' /root/.ssh /home/*/.ssh"\`. This ends no session: \`who\`, then
    \`sudo pkill -KILL -t pts/1\` for what is not ours.
  - The machine's own role at the provider was within reach: end its sessions, give it fewer rights.

## Investigate

- [ ] \`check-logins\` Look who logged in with it (forensics, per asset, within 4h, required)

  - Save the logs off the machine first:
    \`ssh -o ForwardAgent=no <machine> 'sudo tar -C / -czf - var/log' > <name>-logs.tgz\`.
  - \`sudo journalctl -u ssh -u sshd -o short-iso | grep 'Accepted publickey'\` names user, address and the key's
    fingerprint; older ones: \`zgrep -h 'Accepted publickey' /var/log/auth.log*\` (or \`/var/log/secure*\`).
  - An address that nobody of us has: note it with \`/timeline\`, and \`/playbook add server-access\`.
  - Logs that begin late, or have a gap, are a find as well.

- [ ] \`list-contents\` List what is on it, and open the checklist of each (forensics, per asset, required)

  All content and all credentials on the machine count as leaked, read or not.

  - Credentials: \`sudo grep -rIlE '(SECRET|PASSWORD|TOKEN|API_KEY)' /etc /srv /opt /home\`, \`.env\` files, \`~/.aws\`,
    \`~/.ssh\`, service units, cron, the instance's user data, its role. \`/exposed credential <name>\` for each;
    \`/playbook add cloud-key\` or \`third-party-key\` for the kinds that have one.
  - Users' passwords in a database there: \`/playbook add website-credentials\`.
  - Content: uploads, exports, dumps, mail. \`/exposed data <name> <count>\`, and \`/playbook add exposed-content\` for what
    has an address.
  - Write the list here by name and place, never with a value.

## Eradicate

- [ ] \`retire-key\` Retire the key for good (security, required, after \`move-services\`)

  When no machine takes it any more.

  - \`aws ec2 delete-key-pair --key-name <key> --region <region>\`, in each region. It only keeps new instances from being
    started with it; it removes it from none that run.
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
summary: Whoever has to know is told, and how it could have been prevented is asked.
source: The public "Incident Response Guidelines for Developers", in our own words
phases:
  Investigate: Respond (RS.AN)
  Communicate: Respond (RS.CO)
  Learn: Identify (ID.IM)
roles: [incident-commander, communications, forensics, service]
---
Included by every scenario that exposes something: who is concerned is written down, then told, and the cause is named.

## Investigate

- [ ] \`list-parties\` List who is concerned, and how far it went (forensics, within 1d, required)

  One list, from evidence, that decides whom to tell. Keep names and addresses of people out of GitHub: put them where
  the data itself is kept, and write here where that is and how many there are.

  - The extent: what was open, from when until when, to whom, and how you know. \`/timeline\` for the times.
  - Those whose data or account it was: how many, in which countries. \`/exposed data <name> <count>\`.
  - Those inside: the owner of the service, support, whoever is asked by customers.
  - Those outside: customers by contract, the data protection authority (in the European Union within 72 hours of our
    knowing), the owner of a third party's data or key.
  - Nobody? Write what shows that, for example "only our own addresses in the log since the deployment", and \`/done\`.

## Communicate

- [ ] \`tell-owners\` Tell those inside who have to act or answer (service, gate internal, after \`list-parties\`)

  The owner of the service, support, and the owner of the data. Whoever is already on the response team knows.

  - What they have to do, and what they may answer when they are asked. Give them the sentence.
  - Not how it was done, as long as it could be done again.
  - By voice or in the room; in a mail the subject is the prefix that the board shows, and nothing else.

- [ ] \`notify-affected\` Tell those whose data or account it was (communications, gate external, required, after \`list-parties\`)

  Counsel or leadership, then the IC, approve the text on the record: \`/approve external <reason>\`.

  1. What happened, with dates; which of their data; what we have done; what they should do now.
  2. Facts that were checked, and nothing that could still turn out wrong. What is not known is called not known.
  3. One way to reach a person. Tell support before it goes out.
  4. No links to log in by: the next mail with one will be somebody else's.

  Nobody was concerned? \`/skip notify-affected <reason>\` with what \`list-parties\` showed.

## Learn

- [ ] \`ask-prevention\` Ask how it could have been prevented (incident-commander, required, after \`list-parties\`)

  Half an hour, with those who were there, while it is fresh. Nobody's fault is looked for: mistakes happen everywhere.

  - What made it possible? Ask "and why was that so?" until the answer is something that can be changed.
  - What would have stopped it: a test, a review, a default, an alert? What would have told us a day earlier?
  - Two or three changes, each with a name and a day, as issues of their own: the post-mortem takes them over.
  - What went well, and should be kept?
`,
  },
  {
    name: 'readiness.md',
    text: `---
title: Readiness review
kind: readiness
summary: Each quarter, in quiet times, that logs, backups, rebuilds and the pager would be there in a breach.
confidential: false
source: Albert Heinle's article "You have been breached... now what?" (CoGuard), in our own words
phases:
  Prepare: Protect (PR.PS, PR.AA, PR.DS), Detect (DE.CM, DE.AE)
  Recover: Recover (RC.RP)
  Learn: Identify (ID.IM)
roles: [forensics, security, service, engineering-lead, site-reliability]
---
This is no incident. It asks each quarter whether we could answer, in a breach, *how did they get in, when, and what did
they touch*. Each step is done when its **evidence** is in it: a line of the log, a number, a link to a change, not
"yes". What is missing becomes an issue of its own, with a name and a day.

Never paste a log line with people's data or a secret: its time and its shape are enough.

## Prepare

- [ ] \`log-web\` See that each web server logs each request (site-reliability)

  With time, address, method, path, status, size, referrer, program, and a request's id to follow it by.

  - Try: \`curl -s -o /dev/null "https://<host>/?readiness=$(date +%s)"\`, then find it at the central place. **Evidence:
    the time of the request and of its line**, for every host name that we have.
  - nginx: \`sudo nginx -T | grep -n access_log\`: an \`access_log off;\` needs a reason. Apache: \`CustomLog\` in each host.
  - Behind a proxy the visitor's address, not the proxy's, and only from proxies that we trust.

- [ ] \`log-database\` See that the databases log who changes what (site-reliability)

  Each INSERT, UPDATE and DELETE, with the user who did it, the time and the address.

  - PostgreSQL: \`SHOW log_statement;\` says \`mod\` or \`all\`, \`SHOW log_line_prefix;\` has \`%m\`, \`%u\`, \`%d\` and \`%h\`; or
    pgaudit with \`pgaudit.log = 'write, ddl, role'\`. MySQL: the audit plugin. Managed ones: the setting at the provider.
  - Try: change a row in a test table as yourself, and find it. **Evidence: its line's time, user and address.**
  - Does the application connect as one user for everything? Then the person is in the application's log only:
    \`log-application\`.
  - Values are people's data: who may read this log?

- [ ] \`log-logins\` See that every login and logout is logged (security)

  Successful or not, in each authentication service: single sign-on, our own, VPN, SSH, the cloud's console, GitHub.

  - Try each: a wrong password, a right one, a logout. **Evidence: the three times for each service.**
  - With user, address, program, method and second factor. Password resets, new devices and granted rights as well.
  - GitHub: *Settings, Audit log* of the organisation; is it streamed, or only kept there for 180 days?
  - Is there an alert at many failures, and whom does it wake?

- [ ] \`log-application\` See that our own applications log, and that it is kept (service)

  The one most often forgotten: who did what to which object, not only errors.

  - Try: as a test user look at something, change it, be refused something. **Evidence: three lines with user, object,
    result, request id.**
  - Structured, to standard output or a file that is collected; a restart or a new container loses nothing.
  - No passwords, tokens or whole requests in it: look at ten lines with that in mind.

- [ ] \`log-builds\` See that build and administration services' logs are kept (site-reliability)

  Jenkins, Actions, deployment tools, configuration management, bastion hosts: whoever has those has everything.

  - Who started which build, with which change, which secrets it could read, what it put where.
  - GitHub Actions keeps logs for 90 days unless set otherwise: *Settings, Actions, General*. Jenkins keeps builds as
    each job says (*Discard old builds*); its own log is in \`/var/log/jenkins\` or the journal.
  - **Evidence: the log of the oldest deployment of this quarter, opened.** Changes of the service's own settings as
    well.

- [ ] \`log-machines\` See that machines' system logs leave the machine (site-reliability)

  On Linux mostly \`/var/log\` and the journal. What is only there is theirs to change.

  - On three machines chosen by dice: \`logger "readiness $(hostname) $(date -u +%FT%TZ)"\`, and find it at the central
    place. **Evidence: three times, and the seconds it took.**
  - The journal survives a restart: \`journalctl --list-boots\` has more than one. Clocks agree: \`timedatectl\`.
  - New machines send from their first minute, containers and functions too. Is there a list of those that went silent?

- [ ] \`keep-logs\` See that logs are kept for ninety days (security)

  A policy for the whole company, written down: how long each kind is kept, where, who may delete. Ninety days are
  usually enough; contracts or laws may ask for more, and people's data for less.

  - **Evidence: the oldest line of each kind, with its date**, and a link to the policy.
  - Where it ends early: \`/etc/logrotate.d\`, \`journalctl --disk-usage\`, the retention of each index, bucket and log
    group: \`aws logs describe-log-groups --query 'logGroups[].[logGroupName,retentionInDays]' --output text\`.
  - Room for the growth of the next quarter, and nobody who runs a service can delete its history.

- [ ] \`gather-logs\` See that all logs flow into one place (site-reliability)

  Collecting is one thing, finding something another.

  - Take the list of our services and tick each one that arrives there. **Evidence: the two numbers, and the names that
    are missing.**
  - One question over all: everything from one address in one hour, in UTC, in less than a minute. Try it, with the
    clock.
  - Access to it does not hang on what may be broken into: who could log in if single sign-on were gone?

- [ ] \`define-normal\` Define what is normal, and what is flagged (security)

  A log that nobody looks at helps only afterwards.

  - Written down for each service: requests by hour, failures of login, outgoing traffic, countries, who reads how many
    records. From the last quarter's numbers.
  - What departs from it is flagged, and reaches somebody. Set one off on purpose. **Evidence: the alert's time, and who
    saw it when.**
  - Who reviews the logs regularly, on which day, and when was the last time? Alerts that are always ignored: mend or
    remove.

- [ ] \`end-shared-accounts\` See that no account is shared (security)

  Else the log says "admin", and nobody knows who that was.

  - List accounts with more than one person: root, admin, deploy, the team's mailbox at a provider, the database's
    owner. \`sudo grep -c . ~/.ssh/authorized_keys\`, \`aws iam list-users\`, the vault's shared entries. **Evidence: the
    list, and how many fewer than last time.**
  - Service accounts: one for each service, and its log says from where: which container or instance, with its
    identifier.
  - Those who left: are they in none of these? Ask for the list of the quarter's leavers.

- [ ] \`rehearse-plan\` Read the plan, and play an hour of it (security)

  Many teams have none; a plan that nobody has read is none either.

  - Open a drill with one of these playbooks, three people, one hour. **Evidence: a link to it, and what was changed
    after it.**
  - Is the roster right: who is commander, counsel, leadership, with two people each? Are the insurer's and the police's
    numbers where we find them without our own systems?
  - To read beforehand: NIST's *Computer Security Incident Handling Guide* (SP 800-61), SANS's *Incident Handler's
    Handbook*, Microsoft's *Responding to IT Security Incidents*, Carnegie Mellon's *Defining Incident Management
    Processes for CSIRTs*, CERT's *Creating and Managing Computer Security Incident Handling Teams*.

- [ ] \`try-pager\` Try the pager (site-reliability)

  Unannounced, once by day and once by night.

  - Page the commander's rota as in an incident, from outside our own network. **Evidence: when it was sent, when
    somebody answered, by which means.** More than five minutes is a find.
  - Nobody answers: who is next, and does that work by itself? Try it by not answering.
  - Every commander opens this repository and the room on the telephone that they carry.

## Recover

- [ ] \`restore-backup\` Restore a backup (site-reliability)

  A backup is one when it has been restored. "Where are the backups?" is asked in the first hour of a breach.

  - One database and one set of files, chosen by dice, onto an empty machine. Count rows, open ten files, run the
    application on it. **Evidence: the backup's date, how long it took, the counts.**
  - Can somebody with our production credentials delete them? One copy has to be out of their reach: another account,
    object lock, off-site.
  - Encrypted? Then the key is somewhere else too, and was used for this.

- [ ] \`practise-rebuild\` Practise a rebuild (service)

  Of one server, from nothing, by the standard process: new keys, services moved, traffic switched.

  - By somebody who did not write the process. Each place where they had to ask becomes a line in it. **Evidence: how
    long it took, and the change to the process.**
  - Without the old machine's help: no copying from it, its keys count as leaked.
  - Could the images and packages still be had if the usual source were closed?

- [ ] \`take-image\` Practise taking an image (forensics)

  The great mistake is to wipe before there is one; the second is an image that nobody can read.

  - A disk of a test machine: \`aws ec2 create-snapshots --instance-specification InstanceId=<id>\`; memory with \`avml\`.
    Then mount it read-only elsewhere, and find a file in it. **Evidence: how long each took, and the checksum.**
  - Is there a place for it where production's credentials cannot delete, with room for our largest machine?
  - Who has the rights to do this at three in the morning?

## Learn

- [ ] \`plan-changes\` Write down what is missing, and for whom (engineering-lead)

  - Each gap of the steps above: an issue, a name, a day. **Evidence: their numbers.** No more than can be done in a
    quarter; the rest is accepted in writing, by whoever may.
  - The gaps of the last review: which are closed? One that comes a third time goes to leadership.
  - The day of the next review, in three months.
`,
  },
  {
    name: 'rebuild-machines.md',
    text: `---
title: Rebuild of machines
kind: part
summary: Image, replace and then wipe each machine that is not trusted any more.
source: The public "Incident Response Guidelines for Developers", and PagerDuty's on images, in our own words
phases:
  Contain: Respond (RS.MI)
  Recover: Recover (RC.RP)
roles: [forensics, service, site-reliability]
---
Each step opens for each machine that is named: \`/asset add web-1\`. A machine that somebody else was on is never trusted
again; it is imaged, replaced, and wiped last.

## Contain

- [ ] \`image-disks\` Take images of its disks (forensics, per asset, within 4h, required)

  Out of traffic and cut off from other machines first; then memory if it still runs and nobody is attacking; then
  disks.

  - Keep it from being terminated: out of its Auto Scaling group, which is halted first, as at \`stop-attack\` of
    \`security-incident\`, and \`aws ec2 modify-instance-attribute --instance-id <id> --disable-api-termination\`.
  - Every disk: \`aws ec2 create-snapshots --instance-specification InstanceId=<id> --description <codename>\`. On iron,
    from a rescue system: \`sudo dd if=/dev/sda of=/mnt/evidence/sda.img bs=64K conv=noerror,sync status=progress\`, then
    \`sha256sum sda.img\`. Instance store disks are lost when the instance stops: copy them while it runs.
  - Copy the images into another account or building, read-only. Write here where, who took them, when, the checksum.
  - They were taken at an earlier step? Write where they are, and \`/done\`. No disk can be had, for the provider runs the
    machine? Ask them what they keep, write their answer, and \`/done\`.

## Recover

- [ ] \`build-replacement\` Build a replacement (site-reliability, per asset, required)

  By the standard process, from clean sources, never from an image or a backup made after they came in.

  - **New keys for everything**: its SSH key pair, host keys, role, certificates, passwords of its services. Nothing is
    copied over from the old one but data that was looked at.
  - Patched before it is reachable: \`sudo apt-get update && sudo apt-get -y upgrade\`, and the way in of this incident
    closed.
  - Logs go to the central place from its first minute.
  - No standard process? Write each command down here as you go: that is its first version. Note how long it took.

- [ ] \`move-services\` Move the services over (service, per asset, required, after \`build-replacement\`)

  - Data: from a backup made before the intrusion, or from the old disks **mounted read-only**
    (\`sudo mount -o ro,noexec,nodev,nosuid /dev/xvdf1 /mnt/old\`). Look at uploads and templates before they go live.
  - Code: deployed from the repository, not copied from the machine. Compare what ran there with what should have.
  - Switch the traffic, watch errors and outgoing connections for an hour (\`sudo ss -tnp state established\`), then take
    the old address out of DNS, load balancer, firewall rules and monitoring.

- [ ] \`wipe\` Wipe or give back the old machine (site-reliability, per asset, gate, after \`image-disks\` \`move-services\`)

  It destroys evidence for good, so it comes last and only behind the images.

  - First open an image from its cold storage and list a directory. One that nobody has read is not there yet.
  - Ask counsel or law enforcement whether the machine itself has to be kept. Then leave it switched off, and
    \`/skip wipe <reason>\`.
  - Then terminate the instance and delete its volumes; on iron \`sudo blkdiscard /dev/sda\`, or
    \`sudo nvme format --ses=1 /dev/nvme0n1\`. **Read the device's name aloud to somebody first.** The snapshots stay.
`,
  },
  {
    name: 'security-incident.md',
    text: `---
title: Security incident
severity: SEV-2
summary: Somebody may have got in, or something that should be secret may be out. Not sure is reason enough.
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
**Not sure that it is one? Go on all the same.** It stands as \`suspected\` until the Incident Commander (IC) says
\`/confirm\` or \`/cancel <reason>\`. If no IC is here yet, page one now; until then, whoever is here leads.

**Is the attack running right now? Power the machine off, at once.** If it is not, first save memory and logs, for both
are gone after a shutdown. **Never delete or terminate a machine**: it is the evidence.

**Keep it among the responders.** The attacker may be one of us. Until forensics says otherwise, nobody else learns what
happened, nor that anything did.

- Use the codename, aloud and in writing. Voice call and chat room first; \`open-channels\` says what to keep away from.
- **GitHub mails what you write here**: each title and each comment goes to everyone who watches. No value of a secret,
  no customer's name, nothing in a title that tells what it is about.
- Everything may be done at the same time by different people, as the IC hands it out. What has to wait says so.
- It turns out to be one of the known kinds? \`/playbook add server-access\` (or \`cloud-key\`, \`website-credentials\`, ...)
  brings its checklist in as well. A machine is to be built anew: \`/playbook add rebuild-machines\`.

## Contain

- [ ] \`stop-attack\` Stop the attack (responder, within 15m, required)

  By whatever works fastest. A server, a network, a whole data centre may go down for it.

  1. From the provider's console: **stop** the instance, or cut its network off. Do not delete or terminate it. At
     Heroku: \`heroku ps:scale web=0 --app <app>\`, and every other type of process that \`heroku ps\` shows. At AWS an Auto
     Scaling group would terminate it, and start another with the same hole: halt the group, take it out, then stop it.

     \`\`\`sh
     aws autoscaling suspend-processes --auto-scaling-group-name <group>
     aws autoscaling detach-instances --instance-ids <id> --auto-scaling-group-name <group> \\
       --should-decrement-desired-capacity
     aws ec2 stop-instances --instance-ids <id>
     \`\`\`

     The group may not become smaller? \`aws autoscaling update-auto-scaling-group --auto-scaling-group-name <group>
     --min-size 0\`, and again. It stays halted until \`cut-vector\` is done: then \`aws autoscaling resume-processes\`.

  2. If you happen to be logged in there:
     - see who else is: \`w\`, then end what is not ours: \`sudo kill -9 <pid>\`
     - back to the firewall's default rules: \`sudo iptables-restore < <your default rules>\`
     - a new password for root: \`sudo passwd root\`, then lock every other account in \`/etc/shadow\`:
       \`sudo usermod --lock <name>\`. This stops passwords only: keys go on working until
       \`sudo usermod --expiredate 1 <name>\`
     - last: \`sudo shutdown now\`
  3. Say here what you did and at what time. \`/timeline 14:02Z stopped the instance\` is enough.

  Stopping it loses the memory; an attacker at work costs more. If nobody is at work there, keep it running until
  memory and logs are saved.

- [ ] \`cut-vector\` Close the way they came in (security, within 1h, required)

  Find the likely ways in, and patch or shut each, so that the same way does not work again in ten minutes.

  - A provider that we use may be broken into: delete all accounts there but your own and those of colleagues who are
    sitting next to you. Then change your own password and MFA tokens at once. Where the provider lets you disable
    instead of delete, disable: it works as fast and leaves the trace.
  - A service of ours may be the way in: switch the code path off. If you do not know which, switch the service off.
  - Somebody's key or account: another person disables it, and ends every session that was begun with it.

## Assemble

- [ ] \`page-commander\` Page an incident commander (responder, within 15m)

  At the first opportunity, and before you are sure: deciding whether this is an incident is the IC's work, not yours.

  - The board has mentioned those on the roster. Telephone as well: nobody reads mail at night. No answer in five
    minutes? The next one on the list.
  - Whoever comes says \`/ic\` here. Nobody comes? Say \`/ic\` yourself and lead until somebody does.
  - The IC hands out deputy, scribe and the other roles (\`/assign scribe @somebody\`), then the steps: several at the
    same time, each to somebody (\`/assign isolate @somebody\`), and does none of them alone.
  - Then \`/confirm\` or \`/cancel <reason>\`. Until one of them is said it stands as suspected, and is worked on all the
    same.

- [ ] \`open-channels\` Start the voice call and the chat room (responder, within 30m)

  Both **named by the codename** that stands on the board, both closed to everybody who was not asked in.

  1. The voice call first, unless one is going on already. Then a private chat room, its topic beginning with the prefix
     that the board shows.
  2. Ask **everyone on the response team** into both, and everyone who joins later.
  3. Put the rules into the room's first message:
     - Voice and chat before anything else. The codename only, aloud too: somebody may be overhearing.
     - E-mail only if nothing else is left. Its subject is the prefix and nothing else; encrypt it as soon as one
       address in it is outside the company.
     - No text messages, except to call somebody over: "Please join the call now."
     - **GitHub is e-mail too.** A title, a comment and the text of a new issue are mailed to every watcher as they
       were first written; editing or deleting calls none of it back. What must not travel is said in the room.
     - Nothing to anybody outside the team before the IC has said so.

  The chat itself may be what was broken into. Then use another provider, and say so by voice.

- [ ] \`assemble-team\` Bring the response team together (incident-commander, within 30m)

  Those who can act come first.

  1. Ask in: **security always**, site reliability as a rule, and **somebody for each affected service**.
     \`/assign security @somebody\` gives a role to a person; \`/help assign\` says more.
  2. Fill the usual roles: deputy, scribe, communications. Three people are enough to start: one commands and writes,
     one contains, one investigates.
  3. Keep all of them informed in the room: what is known, what is being done, when the next word comes.
  4. The command team writes down what is done (\`/timeline\`), and tells those inside who have to know, when that is
     allowed.

  Nobody outside this team hears of it until forensics is done. The attack may come from inside.

- [ ] \`invite-leadership\` Ask executives and counsel in (incident-commander, after \`assemble-team\`)

  As early as can be, but not before those who can stop the attack. They join the team, so nothing is disclosed by it.

  - By telephone, with the codename; the rest is said in the call. Two sentences: what we see, what we do about it.
  - Counsel says what has to be written under privilege and which deadlines run: many laws and contracts count from the
    hour at which we knew. Note that hour: \`/timeline 14:02Z we knew\`.
  - Executives decide what may be switched off. Ask for that decision in advance.
  - \`/assign counsel @somebody\`, \`/assign executive @somebody\`: later their word is needed for each gate to the outside.

## Contain

- [ ] \`isolate\` Isolate what is affected and take images (site-reliability, within 1h, required)

  Every affected instance is cut off from every other one, now.

  - Block the addresses of the affected instances on all other hosts: \`sudo iptables -I INPUT -s <address> -j DROP\`. A
    changed security group leaves connections that are open alone; detach the network or stop the instance to end them.
  - Still running, and nobody is attacking through it? Memory and logs first, then shut it down. An attack is running?
    Shut it down first.
  - Image **every** disk of **every** affected instance as soon as it can be done: \`aws ec2 create-snapshots
    --instance-specification InstanceId=<id> --description <codename>\`. Note who took it, when, and a file's checksum:
    \`sha256sum disk.img\`.
  - Ship the images to cold storage off-site, read-only, so that nobody can change them: neither the attacker nor one
    of us.
  - Do not repair, clean or reinstall anything before there is an image of it.

## Investigate

- [ ] \`trace-timeline\` Find out what happened when (forensics, required)

  With every tool there is. Put what you find on the time line as you go: \`/timeline 13:20Z first login from outside\`.

  - What they looked at before they came: scans, failed logins (\`sudo lastb -Fi\`), odd requests.
  - When they got in (\`last -Fi\`, the provider's audit log).
  - What they did inside, and when. Watch the zones: write UTC.
  - Which queries they ran on which database.
  - How long until we noticed, and how long until they were out.
  - Are they still in by a back door? Watch the logs for anything unusual while you search.

- [ ] \`identify-data\` Find out which data is compromised (forensics, required)

  From logs, graphs of traffic and load, and whatever else there is. "None" is an answer too, once it is shown.

  - Which data could they see or change?
  - Did any leave a database? Look for large answers, dumps and outgoing traffic.
  - Which keys and passwords were on the machine? All of them count as known to the attacker:
    \`/exposed credential <name>\` opens the steps for each.
  - What did they learn of the rest: network, hosts, names of services?
  - Which customers' data, **exactly**? Whom to tell hangs on this list: \`/exposed data <name> <count>\`.

- [ ] \`assess-systems\` Judge the risk to other systems (security)

  Take what they have seen, and ask what it opens.

  - A password or key that lay on the host is compromised, however it was stored: encrypted, hashed or plain.
  - Which systems trust the affected ones, or share accounts, images or a network with them? Look through
    \`~/.ssh/known_hosts\`, the deploy keys, the machine's role at the provider.
  - Each further system that is affected is named here, so that its steps open: \`/asset add <name>\`.

- [ ] \`assess-reattack\` Judge the risk of another attack (security)

  The attacker knows now that we know. Ask, and write the answers here:

  - Do they know enough to find another way in?
  - Would we see it if they tried? If not, \`mitigate\` needs one more alert.
  - Is there anything that we only *believe* is closed? Let somebody else try it.

## Eradicate

- [ ] \`rotate-accounts\` Rotate the accounts used in the attack, everywhere (security, within 4h, required)

  An account that was used in the attack gets new keys and passwords on **every** system where its owner has one, not
  only where it was used.

  - \`/exposed account <name>\` for each: it opens revoke, rotate-everywhere and check-use, and their \`/done\` is the
    proof.
  - List where it exists: single sign-on, GitHub, the cloud, VPN, the vault, the chat, the private mail used to reset.
    Passwords, MFA, personal access tokens, SSH keys, sessions, application passwords.
  - New credentials are made on a clean machine, by the owner together with somebody else. Never send them through the
    channels of this incident.
  - No account was used? Write how you know, and \`/done\`.

- [ ] \`mitigate\` Put up further mitigations and monitoring (security, required)

  - Revoke every compromised key and credential at once; rotate every secret that was within reach, whatever it was
    stored in. \`/exposed credential <name>\` keeps the proof of each.
  - Block the addresses that belong to the attack.
  - Add the alerts that would have told us of this one, and that would tell of the next.
  - A machine they were on is built anew, not cleaned; its wiping waits for images: \`/playbook add rebuild-machines\`.

  The forensic analysis waits for this step: tick it only when another attack would be noticed.

## Investigate

- [ ] \`analyse\` Analyse the compromised systems (forensics, required, after \`stop-attack\` \`cut-vector\` \`isolate\` \`mitigate\`)

  Begins when the systems are secured and a second attack would be seen.

  - Work on copies of the read-only images and on the access logs, never on the originals.
  - What happened exactly, how, and what prevents it in future?
  - Keep a list of every address that had a part in it.
  - Watch the logs for attempts to come back.
  - **Could it have been one of us?** If it can be ruled out, the IC says so with the reason:
    \`/rule-out insider <reason>\`. Until then the company is not told.

- [ ] \`watch-return\` Watch for thirty days whether they come back (security, within 30d, after \`mitigate\`)

  Whoever lost access tries the old way again, most often in the first weeks.

  - Name today who looks, how often, and the last day; write them here. \`/done\` when that
    day has passed.
  - Look for the addresses of the attack, the names of the revoked keys and closed accounts, and the tool's traces in
    the logs: \`grep -Ff addresses.txt /var/log/auth.log\`. Better, an alert on each.
  - A revoked key that is tried again is a find: who still has it, and from where?
  - Is the incident to be closed earlier? Then this becomes an action of the post-mortem, with the same name and day.

## Communicate

- [ ] \`tell-company\` Tell the company (engineering-lead, gate internal, after \`analyse\`)

  For the VP or director of engineering. Only when forensics has shown that it did not come from inside.

  - In outline: what happened when, and what was done about it.
  - Not in detail; no names, no way in.
  - Say that more follows, and on which day.

- [ ] \`follow-up\` Tell the company what was learned since (engineering-lead, gate internal, after \`tell-company\`)

  The first word promised more. Send it, even if it is short; silence is filled with rumours.

  - What is known now that was not known then; what turned out to be wrong.
  - What colleagues have to do, with the day by which: new passwords, new keys, one page to read.
  - To the same people by the same way as the first word, again without the way in.
  - Nothing new? Say so, and when the next word comes. Tick it with the last one.

- [ ] \`call-police\` Call local law enforcement (engineering-lead, gate external)

  For the VP or director of engineering, with counsel. The police are outside the response team, so the IC opens this
  gate on the record (\`/approve external <reason>\`); it waits for nothing else, because the trail grows cold.

  - The station or cyber crime unit where the company sits. Ask for a file number and a person, and write both here.
  - Bring: the time line, the addresses with times in UTC, a list of what was taken.
  - Work with them to find the source of the attack. Hand out copies of the evidence, never the originals, and note to
    whom.

- [ ] \`call-federal\` Call federal law enforcement (engineering-lead, gate external)

  The national authority for such crimes: in the United States the FBI (the nearest field office, or ic3.gov), elsewhere
  the national police's cyber crime unit. Not instead of the local police: each sees other cases.

  - Counsel goes along, or calls. Ask whether they want something left running before you change it.
  - Money was moved, or people are in danger? Call in the first hours, for transfers can be stopped only then.
  - Copies of evidence only; note what was given to whom and when.

- [ ] \`warn-partners\` Warn the operators of systems used in the attack (engineering-lead, gate external)

  For the VP or director of engineering. Whoever runs a system through which the attack came is probably a victim as
  well, and does not know. They too are outside the team; nothing but the IC's word is waited for.

  - Whom to write to: \`whois <address>\` names the abuse contact; a security.txt or a known contact is better.
  - Tell each operator that their systems may be compromised: which address, which time (UTC), what it did.
  - Say no more of our own side than they need. Ask what they see.

- [ ] \`ask-experts\` Bring in a security firm (engineering-lead, gate external)

  To help judge the risk, to look at the evidence, and to say what to do and say in public.

  - Counsel hires them, so that their work stands under privilege. The insurer may have a list; another firm may not be
    paid for: look at \`call-insurer\` first.
  - Ask two things at once: can you look at these images this week, and what would you say in public now?
  - They get copies and accounts of their own, with an end date. No shared account.

- [ ] \`call-insurer\` Call the cyber insurer (engineering-lead, gate external)

  Most policies set a deadline for the first call, often a day or two, and some pay only for firms that they name.

  - Find the policy's number and the emergency number; finance or counsel has them. Write neither here.
  - Say: when we knew, what we see, what we are doing. Not: whose fault, how much.
  - Ask which costs need their agreement before they arise, and write the answer and the name here.

- [ ] \`tell-customers-first\` Tell customers' own security teams (communications, gate external, after \`trace-timeline\` \`identify-data\` \`mitigate\`)

  Before everybody else hears of it, so that those who have to defend themselves can begin.

  - Find the way to them: the security contact in the contract, their security.txt, the account manager.
  - Tell them what they need to look for: times in UTC, addresses, which of their data, which keys to rotate.
  - Say when the public word comes, and ask them to keep it until then.
  - No customer has such a team? \`/skip tell-customers-first <reason>\`; do not hold the public word up for it.

- [ ] \`tell-public\` Tell customers and the public (marketing, gate external, after \`trace-timeline\` \`identify-data\` \`assess-reattack\` \`mitigate\` \`analyse\` \`tell-customers-first\`)

  For marketing, with counsel; the IC approves it on the record. Only with facts that were checked: what happened when,
  exactly which data, how they got it, and that it cannot happen again. Then soon, **within a few days** of the
  compromise: each day of waiting makes it worse. \`tell-customers-first\` comes before it.

  1. **The date stands in the title**, so that nobody takes it for a new breach later.
  2. Tell the time line in as much detail as you can.
  3. Tell which data, in as much detail, what it means for customers, and what they should do now.
  4. Own it: what we did wrong, and exactly what we change. If we kept something that we should not have kept, say it
     now; it comes out anyway.
  5. Somebody from forensics reads it against the time line, word by word, before it goes out.

  Leave out: "we take security very seriously"; guesses; and the name of any other company that may have caused it,
  unless it has already said so in public. Then link to that.
`,
  },
  {
    name: 'server-access.md',
    text: `---
title: Server access compromised
severity: SEV-1
summary: Somebody may be on a machine, by a colleague's key or by a back door.
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
**Somebody else than the compromised user throws them out: now.** The key first, then the sessions, or they log in again
while you look.

**Are they doing harm at this moment? Power the machine off.** Otherwise memory and logs first, pulled off the machine,
for what stays on it they can change. Never terminate it, never repair it: it is replaced, and not trusted again.

- Name each machine: \`/asset add web-1\`. A machine found later gets its steps then.
- Keep away from it if you do not have to be there: each login changes what is looked for.
- Whose key it was is a witness. Nobody's name in a title; the team by \`/playbook add security-incident\`.

## Contain

- [ ] \`eject-user\` Disable the compromised user's key and eject their logins (security, within 15m, required)

  Done by **another user** with access, on every machine that the account reaches.

  1. The key: \`sudo mv /home/<name>/.ssh/authorized_keys /root/<name>.authorized_keys\`. Where else does the machine
     look? \`sudo sshd -T | grep -i authorizedkeys\`; a directory service, the provider's own login, \`authorized_keys2\`.
  2. The account: \`sudo usermod --lock --expiredate 1 <name>\`. Disable, do not delete.
  3. What is connected: \`w\` and \`sudo ss -tnp state established '( sport = :22 )'\`; a copy of that output first, then
     \`sudo pkill -KILL -u <name>\`. Root shells begun from it run on under another name: look at
     \`ps -eo pid,ppid,user,lstart,cmd --forest\`.
  4. What comes back by itself: \`sudo crontab -l -u <name>\`, \`atq\`, \`systemctl list-timers --all\`.
  5. Ask somebody to try the old key from outside: it is refused, and nobody is on: \`who\`.

  No user is known, a back door rather? Close the machine to everything but your own address, and go on.

- [ ] \`capture-state\` Save its memory and what is running (forensics, per asset, within 1h, required)

  Before it is shut down. **Harm going on? Power off instead**, and write that here.

  - To a disk or machine that is not this one. Programs from outside, for those on it may lie.
  - Memory: \`sudo ./avml /mnt/evidence/<name>.lime\`, or the provider's memory dump, or suspend the virtual machine.
  - Then: \`date -u; ps auxwwf; sudo ss -tunap; sudo lsof -nP +L1; lsmod; sudo cat /proc/mounts\` into a file. \`+L1\` shows
    programs whose file was deleted: copy those from \`/proc/<pid>/exe\`.
  - \`sha256sum\` of each file, with your name and the time: \`/timeline 14:40Z memory of web-1 saved\`.

- [ ] \`pull-outside-logs\` Pull the logs of the services that face outwards (forensics, per asset, within 1h, required)

  **First of all the logs, safely**: they tell how they came in. Copy off the machine, append-only, never move.

  - SSH: \`ssh -o ForwardAgent=no <machine> 'sudo journalctl -u ssh -u sshd -o export' > <name>-ssh.journal\`,
    \`/var/log/auth.log*\` or \`/var/log/secure*\`, \`/var/log/wtmp\`, \`/var/log/btmp\`, \`/var/log/lastlog\`.
  - HTTP: \`/var/log/nginx\` or \`/var/log/apache2\`, and the application's own. Mail, FTP, VPN, whatever listens:
    \`sudo ss -tlnp\`.
  - Each in one stream, **pulled from a machine that keeps evidence**: nothing is written to this one, and no key or
    password of yours comes to lie there. The files: \`ssh -o ForwardAgent=no <machine> 'sudo tar -C / -czf - var/log' > <name>-outside.tgz\`, then its
    \`sha256sum\`.
  - What was sent elsewhere before: load balancer, firewall, provider's flow logs, central logs. **These they could not
    change**: where they differ from the machine's, that is a find.

- [ ] \`pull-inside-logs\` Pull the logs of the services inside (forensics, per asset, within 2h, required)

  They tell what was done after the way in. Again from the machine that keeps evidence, and nothing is written here.

  - PostgreSQL: \`/var/log/postgresql\`, and now
    \`ssh -o ForwardAgent=no <machine> "sudo -u postgres psql -c 'TABLE pg_stat_activity'" > <name>-activity.txt\`; the
    same with \`\\du\`, for users that nobody knows.
  - Redis: \`redis-cli client list\`, \`redis-cli slowlog get 128\`, \`redis-cli acl log\`, \`redis-cli config get dir\`: a
    \`dir\` at somebody's \`.ssh\` was an attack.
  - Queues, caches, containers (\`docker ps -a\`, \`docker logs <id>\`), build agents, \`sudo ausearch -i -ts <date>\`.
  - Shell histories of every user, with their times:
    \`ssh -o ForwardAgent=no <machine> "sudo sh -c 'tar -czf - /root/.*history /home/*/.*history'" > <name>-histories.tgz\`
  - A service that logs nothing is written here by name; it comes back in \`ask-prevention\`.

## Investigate

- [ ] \`find-entry\` Find the avenue of entry (forensics, required, after \`pull-outside-logs\`)

  With the logs of \`pull-outside-logs\`, from the oldest strange thing on, not from the newest.

  - A developer's key: \`grep 'Accepted' auth.log*\` with addresses that are not theirs. How did the key get away: laptop,
    repository, agent forwarding, a backup? \`ssh-keygen -lf\` compares fingerprints.
  - A service: the request before the first strange process. Which version runs, and what is known of it?
  - A back door from long ago: files changed by nobody, \`sudo find / -xdev -newermt '<day>' -type f\`, packages that
    differ, \`sudo dpkg --verify\` or \`sudo rpm -Va\`; new units, cron, users with id 0, lines in \`/etc/ld.so.preload\`.
  - No way in found? It is then still open: the replacement gets fewer doors, and more watching.

- [ ] \`trace-intruder\` Find out what they did after entry (forensics, required, after \`pull-inside-logs\`)

  With \`pull-inside-logs\` and the image, machine by machine. On the time line as you go: \`/timeline\`.

  - Who they became: \`sudo\`, \`su\`, new users and keys.
  - Where they went: \`~/.ssh/known_hosts\`, outgoing connections, the provider's flow logs. **Each further machine:
    \`/asset add <name>\`**, which opens all of this for it.
  - What they took: queries, dumps, archives in \`/tmp\` and \`/dev/shm\`, outgoing traffic by hour.
  - What they left: accounts, keys, units, changed binaries, code in the repository or the build.

- [ ] \`list-exposed\` List what was within their reach (security, required)

  - Every credential on it, or in its memory, or forwarded to it: \`/exposed credential <name>\` for each. Compromised,
    however it was stored.
  - Data: \`/exposed data <name> <count>\`. Its database of users: \`/playbook add website-credentials\`.
  - The machine's role at the provider: \`/playbook add cloud-key\`.
  - Machines that trust this one: by key, by address, by a shared account or image.

## Eradicate

- [ ] \`replace-keys\` Give its owner and all machines new keys (security, required)

  - The person whose key it was: their laptop is looked at first, then a new key, with a passphrase or in hardware, made
    on a clean machine. \`/exposed account <name>\` for everything else that they have.
  - Out of every machine goes the old key: over the whole inventory, with the configuration management, not by hand.
  - Others whose agent or key was on the machine as well. Host keys of the replacement are new.
  - Then watch for the old key: \`grep '<fingerprint>' auth.log\`. An attempt is a find.
`,
  },
  {
    name: 'third-party-key.md',
    text: `---
title: Third-party service key leaked
severity: SEV-2
summary: A secret key to a service of somebody else got out, for mail or payments or maps.
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
**A new key in, the old one disabled, not deleted.** How depends on the service; most can have two keys for a while, so
it costs no outage. First a minute to judge whether the key is a secret at all.

- Call it by the service and its last four characters at most. Never the value.
- A key to a cloud provider's API has a checklist of its own: \`/playbook add cloud-key\`.

## Contain

- [ ] \`judge-key\` Judge whether the key is sensitive (security, within 30m, required)

  **It is, if it does any of these**; then all of this list is to be done:

  - it reads sensitive data or content;
  - it changes data, sends something or spends money;
  - it uses up a limited quota, after which the service slows down or blocks us or our users.

  **It is not, if every visitor sees it anyway**: keys for JavaScript in the browser, such as a map's or a publishable
  payment key, as long as they do none of the above. Then restrict it (\`restrict-key\`), and the IC may
  \`/skip\` the rest with that reason.

  Not sure? It is. Look at its scopes in the service's console rather than at its name: some services have one kind of
  key for everything.

- [ ] \`replace-key\` Make a new key or account, and put it in (service, within 4h, required)

  - In the service's console: a second key beside the old one, with the scopes that are needed and no more. A service
    that ties keys to an account needs a new account: move what belongs to it first.
  - Into the vault, then into each place that uses it: \`git grep -n '<variable name>'\`, build secrets, jobs, partners.
  - Restart, and see in the service's log that requests come with the new one. A wrong key often fails in silence: send
    one mail, make one test payment.

- [ ] \`disable-old-key\` Disable the old one (security, within 4h, required)

  **At third parties disable, do not delete**: many services drop a key's log with the key.

  - Is it being misused now? Disable at once, before the new one is in, and take the outage.
  - No switch for it? Take its scopes away, restrict it to an address that nobody has, lower its quota to nothing;
    delete only after \`read-provider-log\` has saved what there is.
  - End what hangs on it: webhooks' signing secrets, OAuth tokens, sub-keys, team members that nobody knows.
  - Try it: \`curl -s -o /dev/null -w '%{http_code}\\n' -H @old-header.txt <a harmless request>\` says 401 or 403. Keep it
    out of the shell's history, and remove the file.

## Investigate

- [ ] \`read-provider-log\` Read the service's log of this key (forensics, required)

  - Its audit or request log, its dashboard of usage by day, its invoices. Export it today: many keep it for 7 or 30
    days.
  - Since when was the key out (\`find-leak\`)? From that day on: addresses, methods, amounts that are not ours.
  - What was read: \`/exposed data <name> <count>\`. What was sent in our name: to whom, how many.
  - No log to be had? Ask their support; the IC approves what is said to them. Until then it counts as used.

## Eradicate

- [ ] \`undo-changes\` Undo what was changed with it (service, required, after \`read-provider-log\`)

  - Compare the state there with ours: templates, webhooks, redirects, prices, recipients, DNS records, users,
    forwardings.
  - Payments and orders: list them, stop what has not left, refund through the usual way, tell finance.
  - Quota gone? Ask for a new one, and turn our own requests down meanwhile, so that users see as little of it as can
    be.
  - Nothing was changed? Write what you compared, and \`/done\`.

- [ ] \`restrict-key\` Restrict the new one (service, after \`replace-key\`)

  - Scopes, addresses, referrers, amounts for each day, an end date: what the service offers. For keys in the browser,
    the list of our own domains.
  - One key for each application and surrounding, so that the next one can be taken away alone.
  - An alert at unusual use, to the team and not to the mailbox of whoever signed up.
  - Keys do not belong in code: a scan before each commit and push protection in each repository.
`,
  },
  {
    name: 'trace-leak.md',
    text: `---
title: Where a key got out
kind: part
summary: Find where a key was published, and take it down.
source: The public "Incident Response Guidelines for Developers", in our own words
phases:
  Investigate: Respond (RS.AN)
  Eradicate: Respond (RS.MI)
roles: [security]
---
A key that was published counts as known to everybody, however short the time. Taking it down comes after disabling it.

## Investigate

- [ ] \`find-leak\` Find where it was published, and since when (security, required)

  Search by its public part or its last four characters. Never paste the key into a search engine or a web site.

  - Every repository and every branch, not only the newest state:
    \`git log --all --oneline -G '<last four>' -- ':!*.lock'\`, and \`git log --all --diff-filter=D --name-only\` for files
    that were deleted. Forks and closed pull requests keep it too.
  - Alerts: the repository's *Security*, *Secret scanning*; the provider's own mail.
  - Also: build logs and artefacts, images (\`docker history --no-trunc <image>\`), a packaged app, a paste, a ticket, the
    chat, a laptop, a backup.
  - Write here where, since when, and who could read it: \`/timeline 09:14Z pushed to a public repository\`.

## Eradicate

- [ ] \`take-down\` Take the published copies down (security, required, after \`find-leak\`)

  **Only when the key is disabled.** Taking it down first tells whoever watches, and protects nothing.

  - Remove the file and put the new key where keys belong. Rewriting history (\`git filter-repo\`) is worth it for data,
    rarely for a dead key: every clone and fork still has it. GitHub's support removes cached views.
  - Delete the images, artefacts and build logs that hold it; make private what was public by mistake.
  - Switch push protection on for the repositories concerned, so that the next one is refused.
`,
  },
  {
    name: 'tricked-users.md',
    text: `---
title: Users tricked by means of our site
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
**Save the page that does it, find out which of the three it is, and close that one today.** Nobody broke in: users' own
browsers did what another page told them to, with their session.

- *Framing (click-jacking)*: our page, invisible in theirs; the user clicks something else than they see.
- *Forged requests (CSRF)*: their page sends a form to us in the user's name.
- *Open redirects*: our address in the link, their page at its end.
- The trap is live. Look at it only with a browser that is logged in nowhere. Its address never as a link in here.

## Contain

- [ ] \`identify-trick\` Find out which trick it is, and save it (security, within 1h, required)

  - Save it: \`curl -sSL -D headers.txt -o page.html <address>\`, screenshots with date, the mail with all its headers.
  - \`grep -iE '<iframe|<frame|<object|<embed' page.html\`: framing. A form or a script that sends to our host: forged
    requests. A link to us with another address in its parameters (\`next=\`, \`url=\`, \`return=\`): a redirect.
  - Try with a test account which of our pages it works on:
    \`curl -sI <our page> | grep -iE 'x-frame|content-security|set-cookie'\`.
  - Say here which of the three. The IC may \`/skip\` the steps of the others; better is to check those too.

- [ ] \`block-framing\` Keep our pages out of others' frames (service)

  - nginx: \`add_header Content-Security-Policy "frame-ancestors 'none'" always;\` and
    \`add_header X-Frame-Options "DENY" always;\`. A \`location\` with an \`add_header\` of its own loses those from above.
    Apache: \`Header always set X-Frame-Options "DENY"\`. If the site sends a Content-Security-Policy already, add to that
    one.
  - Django: \`XFrameOptionsMiddleware\` in \`MIDDLEWARE\`, \`X_FRAME_OPTIONS = 'DENY'\`; look for \`@xframe_options_exempt\`.
  - We frame ourselves? \`SAMEORIGIN\` and \`frame-ancestors 'self'\`. A partner does?
    \`frame-ancestors https://partner.example\`: \`ALLOW-FROM\`, which older texts name for that, is ignored by today's
    browsers.
  - See it: \`curl -sI <page>\` has both headers, on error pages and after the login too. What they mean stands in MDN's
    pages on X-Frame-Options and frame-ancestors, and in Django's on clickjacking protection.

- [ ] \`stop-forgery\` Refuse forged requests (service)

  - Every request that changes something needs a token: in Django \`CsrfViewMiddleware\` and \`{% csrf_token %}\`. Look for
    what opts out: \`git grep -n csrf_exempt\`.
  - **Nothing is changed by GET.** Look for links that delete, confirm or log out.
  - Cookies: \`SameSite=Lax\` or \`Strict\`, \`Secure\`, \`HttpOnly\`; in Django \`SESSION_COOKIE_SAMESITE = 'Lax'\`.
  - JSON interfaces: refuse other content types and foreign \`Origin\` headers; no \`Access-Control-Allow-Origin\` that
    repeats whoever asks, together with credentials.
  - Try: the same request from another origin, with a session, is answered 403.

- [ ] \`close-redirects\` Close open redirects (service)

  - Find them: \`git grep -nE "redirect\\(.*(GET|params|query)|next=|return_?url"\`, and in the log
    \`zgrep -hiE '(next|url|return|goto)=(https?(:|%3a)|//|%2f%2f)' access.log* | grep ' 30[1278] '\`
  - Only our own hosts: in Django \`url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()},
    require_https=True)\`, else to the start page. No test with "begins with": \`https://example.com.evil.test\` does too.
  - Better no address at all in the parameter, but a name that the server looks up.
  - Try \`//evil.test\`, \`/\\evil.test\`, \`https:evil.test\`, and the same encoded once and twice: each ends at ours.

## Investigate

- [ ] \`find-tricked\` Find who was tricked, and into what (forensics, required)

  - Requests with a foreign referrer or origin, on the paths concerned:
    \`awk -F'"' '$4 !~ /^(-|https:\\/\\/(www\\.)?example\\.com)/ {print $4}' access.log | sort | uniq -c | sort -rn\`
  - What they did there in the minutes after: transfers, new addresses, granted rights, deleted things, passwords typed
    in at the other page.
  - Since when, how many? A list of accounts with the evidence, here the number: \`/exposed data <name> <count>\`.
  - Did they give away their password? \`/playbook add website-credentials\`, or a reset for those.

## Eradicate

- [ ] \`undo-deeds\` Undo what they were made to do (service, required, after \`find-tricked\`)

  - With the list of \`find-tricked\`: put back what can be put back, and note what cannot.
  - Stop what has not taken effect yet: payments, mails, exports. Rights that were granted: taken away; sessions ended.
  - Ask before you undo what might have been meant. Support has the words for it.
  - Nobody was harmed? Write which log shows that, and \`/done\`.

- [ ] \`check-other-pages\` Check the whole site for all three (security)

  One was found by somebody else; the others are probably there.

  - Headers of a page of each kind, with a script in the pipeline that fails when one is missing.
  - A list of all forms and all redirects, each with a test as above.
  - Old subdomains that point to nothing, and pages at other providers under our name: \`dig +short CNAME <name>\`.

## Communicate

- [ ] \`report-site\` Report the page that does it (communications, gate external, after \`identify-trick\`)

  It tells others that something happened, so the IC approves it: \`/approve external <reason>\`.

  - Its host and registrar: the abuse addresses from \`whois <domain>\` and \`whois <address>\`. With the saved page, times
    in UTC, what it does. Without names of users.
  - The browsers' lists: Google Safe Browsing's and Microsoft's forms for phishing pages.
  - If it was on a partner's site, they are probably victims: call them first.
  - Look the next day whether it is gone, and for its next name.
`,
  },
  {
    name: 'website-credentials.md',
    text: `---
title: Website credentials exposed
severity: SEV-1
summary: Passwords of our users got out, plain or hashed, perhaps those of staff as well.
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
**Every account may be used by somebody else from now on**, hashed or not. Staff and administrators first, then a reset
for all, then the source: as long as it leaks, new passwords leak too.

- Never put a password, a hash or a row of the table here, not as an example either.
- The source may be a machine that somebody is on: \`/playbook add server-access\`. More hands, counsel and the public
  word: \`/playbook add security-incident\`.

## Contain

- [ ] \`protect-staff\` Secure staff and administrators' accounts (security, within 1h, required)

  They can do most harm, so they do not wait for the others.

  - List them: in Django \`from django.db.models import Q\`, then
    \`get_user_model().objects.filter(Q(is_staff=True) | Q(is_superuser=True))\`. Any that nobody knows is a
    find: disable it (\`is_active = False\`), do not delete it.
  - New passwords and a second factor for each, given over by voice; end their sessions.
  - Close the admin to the outside meanwhile: nginx \`location /admin/ { allow <our network>; deny all; ... }\`.
  - The same password elsewhere? \`/exposed account <name>\`.

- [ ] \`reset-passwords\` Reset the passwords of all accounts (service, within 4h, required)

  All, for nobody can say which were read.

  - In Django give each account a random password. **Not \`set_unusable_password()\`**: the reset mail is sent only to
    accounts that have a usable one. In \`manage.py shell\`:

    \`\`\`python
    from django.contrib.auth import get_user_model
    from django.contrib.auth.hashers import make_password
    from django.utils.crypto import get_random_string
    get_user_model().objects.update(password=make_password(get_random_string(40)))
    \`\`\`

    One that nobody knows will do for all: a million hashes of their own take days.

  - It invalidates reset links that were sent before. See that the mail gets out at this rate, and that support knows.
  - Refuse the old password at the reset: before the line above copy the old hashes to a table of their own, compare
    with \`check_password(new, old_hash)\` while the resets run, then drop it. And refuse passwords of known leaks.
  - API tokens and remembered devices of users as well.

- [ ] \`end-web-sessions\` End every session (service, within 4h, required)

  A new password does not throw out whoever is already in, unless the framework ties them together.

  - Django: a changed password ends its sessions if the session's hash is checked (it is, by default). All at once:
    \`from django.contrib.sessions.models import Session; Session.objects.all().delete()\`, or flush the cache they are
    in.
  - Was the signing key within reach? Replace \`SECRET_KEY\`; without that, sessions can be made up.
  - Mobile applications and tokens: raise the version that is accepted, or empty the table of refresh tokens.
  - Try with a cookie from before: it must lead to the login.

## Investigate

- [ ] \`judge-passwords\` Judge how the passwords were kept (security)

  It decides how fast they are known, and what users have to be told.

  - Plain: known now. Unsalted or fast (MD5, SHA-1, SHA-256 alone): most within days. bcrypt, scrypt, Argon2 or PBKDF2
    with many rounds: the weak ones.
  - In Django the first part of the field says it:
    \`SELECT split_part(password, '$', 1), count(*) FROM auth_user GROUP BY 1;\`
  - What else stood in the table: addresses, names, telephone numbers, answers to questions?
    \`/exposed data <name> <count>\`.

- [ ] \`find-source\` Find the source of the leak (forensics, required)

  Follow the copies of the table, not only the server.

  - Its newest row and its columns say of which day the leaked copy is. Which dump, backup, export or replica is that?
  - A laptop with a dump on it: whose, where is it, what else is on it?
  - A backup at a cloud service, kept in an insecure way: a public snapshot of a disk or an open bucket, for example.
    \`aws ec2 describe-snapshots --owner-ids self --restorable-by-user-ids all\` lists snapshots open to everybody,
    \`aws s3api get-bucket-policy-status --bucket <bucket>\` says whether a bucket is.
  - The site itself: injection in the access log (\`grep -iE 'union(%20|\\+)+select|sleep\\(' access.log\`), the admin's
    export.
  - The database's log: large \`SELECT\` and \`COPY\` by a client that is not ours.

- [ ] \`review-logins\` Look for logins by somebody else (forensics, required)

  Since the day of the leaked copy.

  - Many accounts from one address, one account from many countries, a login and at once a change of address or
    password.
  - \`zgrep -h 'POST /login' access.log* | awk '{print $1}' | sort | uniq -c | sort -rn | head -30\`
  - What did they do inside? \`/exposed account <name>\` for staff; for users a list kept with the evidence, not here.

## Eradicate

- [ ] \`treat-cause\` Treat the cause (security, required, after \`find-source\`)

  The source has its own checklist; put it beside this one.

  - A machine or a developer's key: \`/playbook add server-access\`. A cloud key or an open bucket:
    \`/playbook add cloud-key\`, \`/playbook add exposed-content\`. A third party's key: \`/playbook add third-party-key\`.
  - A laptop: \`/exposed account <its owner's name>\`, locked or wiped from afar only after what was on it is known.
  - Then close it for good: snapshots private, dumps encrypted and with an end date, production data off laptops.
  - Was the leak still open at the reset? Then the reset is done once more.
`,
  },
]

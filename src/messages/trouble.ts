import type { Trouble } from '../domain/terms/trouble.ts'

/** What failed, and what to look at: for the log. Nothing in it is what people wrote, and nothing is secret. */
export const troubleSentence = (trouble: Trouble): string => {
  switch (trouble.is) {
    case 'host-not-found':
      return `No host named ${trouble.host} was found: check GHE_HOST, and this machine's DNS and network.`
    case 'host-unreachable':
      return `${trouble.host} takes no connection: check GHE_HOST, the firewall and the proxy of this machine.`
    case 'no-answer':
      return `${trouble.host} did not answer in time. It may be slow or down: see https://www.githubstatus.com.`
    case 'connection-lost':
      return `The connection to ${trouble.host} broke before the answer came.`
    case 'tls':
      if (trouble.code === 'ERR_SSL_WRONG_VERSION_NUMBER')
        return `${trouble.host} does not speak https at this address: if it speaks http, set GHE_PROTOCOL to http.`
      return `The certificate of ${trouble.host} was not accepted (${trouble.code}): check this machine's clock and, behind a proxy or with an Enterprise Server, set NODE_EXTRA_CA_CERTS to the certificate of its issuer.`
    case 'key-unreadable':
      return 'The private key cannot be read: check that PRIVATE_KEY_PATH leads to the .pem file that GitHub gave you, or set PRIVATE_KEY to all of its text, the lines BEGIN and END included.'
    case 'key-not-accepted':
      return 'GitHub does not accept the private key: it is not a current key of the App with this APP_ID. Check APP_ID, or generate a new private key in the settings of the App.'
    case 'clock-wrong':
      return "GitHub does not accept the time in our token: check this machine's clock."
    case 'app-not-found':
      return 'GitHub knows no App with this APP_ID: check APP_ID and GHE_HOST.'
    case 'installation-suspended':
      return 'The installation is suspended: an owner of the account can lift that in its settings, under GitHub Apps.'
    case 'installation-gone':
      return 'The App is no longer installed there, or GitHub does not show the installation.'
    case 'token-not-accepted':
      return 'GitHub does not accept the token of the installation.'
    case 'ip-not-allowed':
      return 'The organization has an IP allow list, and the address of this machine is not on it.'
    case 'permission-missing':
      return `${missing(trouble.permission)} Grant it in the settings of the App, under Permissions, and have the owner of the installation accept it.`
    case 'not-found':
      return 'GitHub says that there is no such thing: it may have been deleted, or a permission for it is missing.'
    case 'rate-limited':
      return 'GitHub asked Tocsin to slow down.'
    case 'github-down':
      return `GitHub has trouble of its own (status ${trouble.status}): see https://www.githubstatus.com.`
    case 'refused':
      return `GitHub refused the request (status ${trouble.status}).`
    case 'bug':
      return `Tocsin failed (${trouble.name}): this is a bug, please report it.`
  }
}

const missing = (permission: string | null): string =>
  permission === null ? 'The App lacks a permission.' : `The App lacks the permission ${permission}.`

/** What follows where a look is due again. `seconds`: until then. */
export const lookedAtAgain = (sentence: string, seconds: number): string =>
  `${sentence.replace(/\.$/, '')}. Tocsin looks again in ${seconds} seconds.`

/** Whether Entra accepted this API's own credential when it was last used. */
export class CredentialState {
  accepted = true;
}

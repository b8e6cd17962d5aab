# Lets the app registration trust the container app's identity, by a federated credential instead of a secret, and Entra
# return people to the page of approval and, where it is on, to the authorization front. Run by azd after it provisioned;
# does nothing where all is there. Needs the right to change the app registration.
set -eu
: "${AZURE_ENV_NAME:?run this through azd}" "${ENTRA_CLIENT_ID:?}" "${AZURE_TENANT_ID:?}" "${BEHALF_IDENTITY_PRINCIPAL_ID:?run azd provision first}" "${BEHALF_URL:?}"

case "${ENTRA_CLOUD:-public}" in
  usgov | usgovdod) login=https://login.microsoftonline.us audience=api://AzureADTokenExchangeUSGov ;;
  china) login=https://login.partner.microsoftonline.cn audience=api://AzureADTokenExchangeChina ;;
  *) login=https://login.microsoftonline.com audience=api://AzureADTokenExchange ;;
esac
trusted=$(az ad app federated-credential list --id "$ENTRA_CLIENT_ID" --query "[?subject=='$BEHALF_IDENTITY_PRINCIPAL_ID'].name" --output tsv)
if [ -z "$trusted" ]; then
  az ad app federated-credential create --id "$ENTRA_CLIENT_ID" --output none --parameters "{
    \"name\": \"behalf-$AZURE_ENV_NAME\",
    \"issuer\": \"$login/$AZURE_TENANT_ID/v2.0\",
    \"subject\": \"$BEHALF_IDENTITY_PRINCIPAL_ID\",
    \"audiences\": [\"$audience\"]
  }"
fi
origin=$(printf '%s' "$BEHALF_URL" | cut -d / -f 1-3)
known=$(az ad app show --id "$ENTRA_CLIENT_ID" --query web.redirectUris --output tsv)
front=
[ "${AUTHORIZATION_FRONT:-}" != true ] || front="$origin/authorization/callback"
missing=
for callback in "$origin/approvals/callback" $front; do
  printf '%s\n' "$known" | grep -qxF "$callback" || missing="$missing $callback"
done
if [ -n "$missing" ]; then
  # The list is replaced, so the others are named again; no address has a space.
  az ad app update --id "$ENTRA_CLIENT_ID" --web-redirect-uris $known $missing --output none
fi
echo "MCP endpoint: $BEHALF_URL"

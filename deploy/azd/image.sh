# Builds the image in Azure, because a container app whose image does not answer its probes never finishes provisioning.
# Run by azd before it provisions. Needs: Azure CLI signed in; `azd env new` with a subscription and a location.
set -eu
: "${AZURE_ENV_NAME:?run this through azd}" "${AZURE_SUBSCRIPTION_ID:?set it: azd env set AZURE_SUBSCRIPTION_ID <id>}" "${AZURE_LOCATION:?set it: azd env set AZURE_LOCATION westeurope}"
: "${ENTRA_CLIENT_ID:?set it: azd env set ENTRA_CLIENT_ID <application id>}" "${ENTRA_TENANT_IDS:?set it: azd env set ENTRA_TENANT_IDS <tenant id>}"
: "${ENTRA_ALLOWED_CLIENT_IDS:?set it: azd env set ENTRA_ALLOWED_CLIENT_IDS <client id>}"
# Without clients the server would not start, and the container app would never finish.
[ "${AUTHORIZATION_FRONT:-}" != true ] || : "${FRONT_CLIENTS:-${FRONT_CLIENT_HOSTS:?set it, or FRONT_CLIENTS: azd env set FRONT_CLIENTS <client id>:<redirect URI>}}"

group="rg-$AZURE_ENV_NAME"
# A registry's name is its own in all of Azure, and holds letters and digits only.
registry="behalf$(printf '%s' "$AZURE_SUBSCRIPTION_ID$AZURE_ENV_NAME" | cksum | cut -d ' ' -f 1)"
image="behalf:$(git rev-parse --short=12 HEAD)"

az group create --subscription "$AZURE_SUBSCRIPTION_ID" --name "$group" --location "$AZURE_LOCATION" --tags "azd-env-name=$AZURE_ENV_NAME" --output none
az acr create --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$group" --name "$registry" --sku Basic --admin-enabled false --output none
az acr build --subscription "$AZURE_SUBSCRIPTION_ID" --registry "$registry" --image "$image" --file deploy/Dockerfile --platform linux/amd64 .
azd env set BEHALF_REGISTRY "$registry"
azd env set BEHALF_IMAGE "$image"
# Made once: a link on which somebody approves is sealed with it, and must be read after the next deployment too.
[ -n "${BEHALF_SEALING_KEY:-}" ] || azd env set BEHALF_SEALING_KEY "$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')"

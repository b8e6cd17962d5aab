/** The folders right below `src` of what ships, and of its clients. */
const PRODUCT_ROOM = '^(libs/[^/]+|apps/(mcp-api|foundry-kit|chat))/src/[^/]+$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Types count: two files that name each other are one thought.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'rooms-run-one-way',
      comment: 'Of two rooms of the product one stands above the other.',
      severity: 'error',
      scope: 'folder',
      from: { path: PRODUCT_ROOM },
      to: { circular: true, viaOnly: { path: PRODUCT_ROOM } },
    },
    {
      name: 'domain-imports-only-itself',
      comment: 'The domain knows no HTTP, no JSON-RPC, no Nest, no Graph type, no token format.',
      severity: 'error',
      from: { path: '^libs/domain/' },
      to: { pathNot: ['^libs/domain/', '^node_modules/(zod|temporal-polyfill|windows-iana)/'] },
    },
    {
      name: 'toolsets-do-not-meet',
      comment: 'What several toolsets use stands in tools/shared.',
      severity: 'error',
      from: { path: '^libs/domain/src/tools/([^/]+)/' },
      to: { path: '^libs/domain/src/tools/(?!$1/|shared/)[^/]+/' },
    },
    {
      name: 'adapters-do-not-meet',
      severity: 'error',
      from: { path: '^libs/(auth|graph-adapter|documents|http|redis)/' },
      to: { path: '^libs/(?!domain/|http/|$1/)' },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'configuration-for-apps',
      comment: 'Apps read the environment and hand typed parts of it to the libs; it knows what those parts are.',
      severity: 'error',
      from: { path: '^libs/(?!config/)' },
      to: { path: '^libs/config/' },
    },
    {
      name: 'testing-beside-the-product',
      comment: 'What tests import knows the domain and the fakes; nothing that runs knows it.',
      severity: 'error',
      from: { path: '^(apps|libs)/(?!testing/)' },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'libs-by-their-door',
      comment: 'A lib is entered by its index.ts only.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^libs/(?!$2/)[^/]+/src/(?!index\\.ts$)' },
    },
    {
      name: 'product-without-local-tenant',
      severity: 'error',
      from: { path: '^(apps/mcp-api|libs)/' },
      to: { path: ['^apps/local-tenant/', '^test/', '^node_modules/(jose|selfsigned|rrule-temporal)/'] },
    },
    {
      name: 'local-tenant-alone',
      severity: 'error',
      from: { path: '^apps/local-tenant/' },
      to: { path: '^(apps/mcp-api|libs)/' },
    },
    {
      name: 'playground-alone',
      comment: 'A page knows what it is told over HTTP, and nothing else.',
      severity: 'error',
      from: { path: '^apps/playground/' },
      to: { path: '^(apps/(?!playground/)|libs/)' },
    },
    {
      name: 'chat-alone',
      comment: 'A client of Foundry knows neither the product nor the local tenant.',
      severity: 'error',
      from: { path: '^apps/chat/' },
      to: { path: '^(apps/(?!chat/)|libs/)' },
    },
    {
      name: 'kit-reads-configuration-only',
      comment:
        'The connection kit knows the catalog and how the server reads its environment, and nobody knows the kit.',
      severity: 'error',
      from: { path: '^apps/foundry-kit/' },
      to: { path: '^(apps/(?!foundry-kit/)|libs/(?!domain/|config/))' },
    },
    {
      name: 'nobody-needs-the-kit',
      severity: 'error',
      from: { path: '^(apps/(?!foundry-kit/)|libs/)' },
      to: { path: '^apps/foundry-kit/' },
    },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: { path: '^(apps/mcp-api|libs)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What `npm test` and `npm run build` made of the sources.
    exclude: { path: '^(\\.behalf|dist)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

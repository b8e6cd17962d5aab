import { userTokenProviderContract } from './user-token-provider.contract.js';
import { openObo, openPassthrough } from './user-token-provider.harnesses.js';

describe('OboTokenProvider', () => userTokenProviderContract(openObo));
describe('PassthroughTokenProvider', () => userTokenProviderContract(openPassthrough));

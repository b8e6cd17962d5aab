import { userTokenProviderContract } from '@app/testing';
import { openObo, openPassthrough } from './user-token-provider.harnesses.js';

describe('OboTokenProvider', () => userTokenProviderContract(openObo));
describe('PassthroughTokenProvider', () => userTokenProviderContract(openPassthrough));

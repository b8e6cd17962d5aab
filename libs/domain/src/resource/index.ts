export {
  defineResource,
  defineResourceTemplate,
  isTemplate,
  type Resource,
  type ResourceAnswer,
  type ResourceTemplate,
} from './resource.js';
export { type FoundResource, ResourceIndex } from './resource-index.js';

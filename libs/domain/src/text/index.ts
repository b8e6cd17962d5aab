// Texts, whoever wrote them.
export { isAddress, readAddress } from './address.js';
export { cutText, partOf, shortText } from './cut.js';
export { editDistance, nearestName } from './nearest-name.js';
export { wellFormed } from './well-formed.js';

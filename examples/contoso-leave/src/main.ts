import { runBehalf } from 'behalf';
import extension from './extension.js';

await runBehalf(process.env, extension);

// jose is imported by ESM files and required by jwks-rsa (CommonJS). Where jest requires ESM natively (Node 24.9 and
// later) it refuses to require a module whose import is under way, so it is loaded before each test file.
import 'jose';

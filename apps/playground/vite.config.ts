import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // One page on loopback: what it weighs does not matter, where it comes from does.
  build: { outDir: '../../dist/playground', emptyOutDir: true, chunkSizeWarningLimit: 4_000 },
});

import { defineConfig } from 'vitest/config'

// Unit tests stand beside the code; test/ holds what needs another program (jupyter_client, JupyterLab in Chromium, npm).
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})

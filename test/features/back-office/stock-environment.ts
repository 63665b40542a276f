/** AdminJS reads these while it loads: without them its own loader starts a bundler that no test waits for. */

process.env.NODE_ENV = 'production';
process.env.ADMIN_JS_SKIP_BUNDLE = 'true';

#include "demo/demo.h"
int demo_run(const struct config *config, str scale, bool keep_quiet) { (void)config; (void)scale; (void)keep_quiet; return 0; }

/* What the inspector's child takes away from itself before it becomes the program. */
#ifndef GUICHET_DOCUMENT_INSPECT_CAGE_H
#define GUICHET_DOCUMENT_INSPECT_CAGE_H
#include "guichet/inspect.h"

/* Only async-signal-safe calls: it runs between fork and exec. False when a lock that every kernel has could not be set. */
bool inspect_cage(const struct inspect_limits *limits);
#endif

/* The service of channels: notices, SMS received, partners. */
#ifndef GUICHET_CHANNELS_CHANNELS_H
#define GUICHET_CHANNELS_CHANNELS_H
#include "guichet/app.h"
#endif

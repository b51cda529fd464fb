// tfjs-node includes this header by name; what it needs of it is declared in c_api.h.
#include "tensorflow/c/c_api.h"

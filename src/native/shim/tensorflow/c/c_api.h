// The part of TensorFlow's C API that tfjs-node's binding uses, declared from its documentation, because TensorFlow's
// wheel and jar carry the library without headers. Measured with TensorFlow 2.10.1 and 2.15.1.
// Rule: a function stands here only if binding/*.cc or binding/*.h of tfjs-node calls it.
#ifndef TENSORCELL_TENSORFLOW_C_API_H
#define TENSORCELL_TENSORFLOW_C_API_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  TF_FLOAT = 1,
  TF_INT32 = 3,
  TF_UINT8 = 4,
  TF_STRING = 7,
  TF_COMPLEX64 = 8,
  TF_INT64 = 9,
  TF_BOOL = 10,
  TF_RESOURCE = 20
} TF_DataType;

typedef enum { TF_OK = 0, TF_INVALID_ARGUMENT = 3 } TF_Code;

typedef enum {
  TF_ATTR_STRING = 0,
  TF_ATTR_INT = 1,
  TF_ATTR_FLOAT = 2,
  TF_ATTR_BOOL = 3,
  TF_ATTR_TYPE = 4,
  TF_ATTR_SHAPE = 5
} TF_AttrType;

typedef struct TF_DeviceList TF_DeviceList;
typedef struct TF_Graph TF_Graph;
typedef struct TF_Operation TF_Operation;
typedef struct TF_Session TF_Session;
typedef struct TF_SessionOptions TF_SessionOptions;
typedef struct TF_Status TF_Status;
typedef struct TF_Tensor TF_Tensor;

typedef struct TF_Output {
  TF_Operation* oper;
  int index;
} TF_Output;

typedef struct TF_Buffer {
  const void* data;
  size_t length;
  void (*data_deallocator)(void* data, size_t length);
} TF_Buffer;

const char* TF_Version(void);
size_t TF_DataTypeSize(TF_DataType type);

TF_Status* TF_NewStatus(void);
void TF_DeleteStatus(TF_Status* status);
TF_Code TF_GetCode(const TF_Status* status);
const char* TF_Message(const TF_Status* status);

TF_Buffer* TF_NewBuffer(void);
TF_Buffer* TF_NewBufferFromString(const void* bytes, size_t length);
void TF_DeleteBuffer(TF_Buffer* buffer);

TF_Tensor* TF_NewTensor(TF_DataType type, const int64_t* shape, int rank, void* data, size_t length,
                        void (*deallocator)(void* data, size_t length, void* argument), void* argument);
TF_Tensor* TF_AllocateTensor(TF_DataType type, const int64_t* shape, int rank, size_t length);
void TF_DeleteTensor(TF_Tensor* tensor);
TF_DataType TF_TensorType(const TF_Tensor* tensor);
int TF_NumDims(const TF_Tensor* tensor);
int64_t TF_Dim(const TF_Tensor* tensor, int dimension);
size_t TF_TensorByteSize(const TF_Tensor* tensor);
void* TF_TensorData(const TF_Tensor* tensor);
int64_t TF_TensorElementCount(const TF_Tensor* tensor);

// An element of a string tensor: 24 bytes, tagged by length. Its functions are inline in TensorFlow's own header; the
// library exports the same under the shorter names.
typedef union TF_TString {
  uint64_t words[3];
  char bytes[24];
} TF_TString;

void TF_StringInit(TF_TString* string);
void TF_StringCopy(TF_TString* target, const char* source, size_t length);
const char* TF_StringGetDataPointer(const TF_TString* string);
size_t TF_StringGetSize(const TF_TString* string);
void TF_StringDealloc(TF_TString* string);

#define TF_TString_Init TF_StringInit
#define TF_TString_Copy TF_StringCopy
#define TF_TString_GetDataPointer TF_StringGetDataPointer
#define TF_TString_GetSize TF_StringGetSize
#define TF_TString_Dealloc TF_StringDealloc

TF_Graph* TF_NewGraph(void);
void TF_DeleteGraph(TF_Graph* graph);
TF_Operation* TF_GraphOperationByName(TF_Graph* graph, const char* name);

TF_SessionOptions* TF_NewSessionOptions(void);
void TF_DeleteSessionOptions(TF_SessionOptions* options);
TF_Session* TF_LoadSessionFromSavedModel(const TF_SessionOptions* options, const TF_Buffer* run_options,
                                         const char* folder, const char* const* tags, int tag_count, TF_Graph* graph,
                                         TF_Buffer* meta_graph, TF_Status* status);
void TF_SessionRun(TF_Session* session, const TF_Buffer* run_options, const TF_Output* inputs,
                   TF_Tensor* const* input_values, int input_count, const TF_Output* outputs, TF_Tensor** output_values,
                   int output_count, const TF_Operation* const* targets, int target_count, TF_Buffer* run_metadata,
                   TF_Status* status);
void TF_DeleteSession(TF_Session* session, TF_Status* status);

int TF_DeviceListCount(const TF_DeviceList* devices);
const char* TF_DeviceListName(const TF_DeviceList* devices, int index, TF_Status* status);
const char* TF_DeviceListType(const TF_DeviceList* devices, int index, TF_Status* status);
void TF_DeleteDeviceList(TF_DeviceList* devices);

#ifdef __cplusplus
}
#endif

#endif

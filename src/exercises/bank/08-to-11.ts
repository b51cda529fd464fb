// The exercises of lessons 08 to 11, in the order of their sheets.
// Rule: a list of files, nothing else.
import { paddingAndStride } from './08-padding-and-stride.ts'
import { sizes } from './08-sizes.ts'
import { strides } from './08-strides.ts'
import { utilisation } from './08-utilisation.ts'
import { channels } from './09-channels.ts'
import { channelCosts } from './09-costs.ts'
import { forward } from './09-forward.ts'
import { oneByOne } from './09-one-by-one.ts'
import { channelSavings } from './09-savings.ts'
import { fieldSizes } from './10-field-sizes.ts'
import { pooling } from './10-pooling.ts'
import { receptiveFields } from './10-receptive-field.ts'
import { softmaxPooling } from './10-softmax-pooling.ts'
import { lenetActivations } from './11-activations.ts'
import { lenetFunctions } from './11-lenet.ts'
import { lenetQuestions } from './11-questions.ts'

export const lessons08To11 = {
  ...paddingAndStride,
  ...strides,
  ...utilisation,
  ...sizes,
  ...channels,
  ...oneByOne,
  ...forward,
  ...channelCosts,
  ...channelSavings,
  ...receptiveFields,
  ...fieldSizes,
  ...pooling,
  ...softmaxPooling,
  ...lenetFunctions,
  ...lenetActivations,
  ...lenetQuestions,
}

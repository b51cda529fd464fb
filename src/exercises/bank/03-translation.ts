// Exercises of lesson 03: translation invariance, equivariance, and shared weights.
// Rule: as for all banks, a wrong option says why it is wrong.
import { corr2d } from '../../conv/correlate.ts'
import { equivarianceError } from '../../conv/equivariance.ts'
import { createRng } from '../../conv/random.ts'
import { choice, prediction } from '../definition.ts'

export const translation = {
  '03.2': choice({
    title: { en: 'Which layers are equivariant', zh: '哪些层是等变的' },
    statement: {
      en: 'A 32 × 32 image is moved around the torus by **one** pixel. For which of these layers does the output simply move along? Choose **all**.',
      zh: '把一张 32 × 32 的图像在环面上（移出去的从另一边回来）移动**一个**像素。对下面哪些层，输出只是跟着移动？**全部**选出来。',
    },
    name: 'layersThatMoveAlong',
    options: {
      zeros: { en: '3 × 3 convolution with zero padding, stride 1', zh: '3 × 3 卷积，零填充，步幅 1' },
      circular: { en: '3 × 3 convolution with circular padding, stride 1', zh: '3 × 3 卷积，循环填充，步幅 1' },
      relu: { en: 'the same with circular padding, followed by ReLU', zh: '同样循环填充，再接 ReLU' },
      stride: { en: '3 × 3 convolution with circular padding, stride 2', zh: '3 × 3 卷积，循环填充，步幅 2' },
      pool: { en: '2 × 2 max pooling with stride 2', zh: '2 × 2 最大汇聚，步幅 2' },
      dense: { en: 'a dense layer with random weights', zh: '随机权重的全连接层' },
    },
    answer: ['circular', 'relu'],
    wrong: {
      zeros: {
        en: 'Zero padding treats the border differently: at the columns that touch it the output changes (by 21 % in the lesson), not only moves.',
        zh: '零填充对边缘另眼相看：在与边缘相接的几列，输出不只是移动，数值也变了（课文中相差 21 %）。',
      },
      circular: {
        en: 'With circular padding there is no border, and the same kernel works at every place: this layer is equivariant exactly.',
        zh: '循环填充没有边缘，每个位置用的是同一个核：这一层严格等变。',
      },
      relu: {
        en: 'ReLU treats each number by itself, wherever it stands, so it moves along.',
        zh: 'ReLU 对每个数单独起作用，与位置无关，所以也跟着移动。',
      },
      stride: {
        en: 'Stride 2 looks at every second place. After a move by one it looks at the other half; the output cannot move by half a pixel.',
        zh: '步幅 2 每隔一个位置看一次。移动一个像素后，看到的是另一半；输出无法移动半个像素。',
      },
      pool: {
        en: 'The windows do not move with the image: after a move by one, other numbers meet in a window.',
        zh: '窗口并不随图像移动：移动一个像素之后，落在同一个窗口里的是另外一些数。',
      },
      dense: {
        en: 'A dense layer has other weights at each place; the moved image meets foreign weights.',
        zh: '全连接层在每个位置的权重都不同；移动后的图像遇到的是别处的权重。',
      },
    },
    explanation: {
      en: 'Equivariant for every shift is what treats all places alike: shared weights, no border, no skipped places.',
      zh: '对任何平移都等变的，是对所有位置一视同仁的层：共享权重、没有边缘、不跳过任何位置。',
    },
    hints: [
      {
        en: 'Ask of each layer: is there anything that tells one place from another?',
        zh: '对每一层问一问：有没有什么东西把一个位置与另一个位置区分开？',
      },
      { en: 'A border does, and so do places that are skipped.', zh: '边缘会，被跳过的位置也会。' },
      { en: 'Two of the six are left.', zh: '六个里剩下两个。' },
    ],
  }),

  '03.5': choice({
    title: { en: 'Invariant or equivariant', zh: '不变还是等变' },
    statement: {
      en: 'An image is moved by one pixel to the right, and the output of a layer is the same as before, moved by one pixel to the right. What is the layer?',
      zh: '把图像向右移动一个像素，某一层的输出与原来相同，只是也向右移动了一个像素。这一层具有什么性质？',
    },
    name: 'property',
    options: {
      invariant: { en: 'translation invariant', zh: '平移不变' },
      equivariant: { en: 'translation equivariant', zh: '平移等变' },
      neither: { en: 'neither', zh: '都不是' },
    },
    answer: 'equivariant',
    wrong: {
      invariant: {
        en: 'Invariant would mean: the output stays where it was. Here it moves along.',
        zh: '不变意味着输出停在原处。这里输出跟着移动了。',
      },
      neither: {
        en: 'There is a name for an output that moves as its input does.',
        zh: '输出随输入一起移动，这个性质有名字。',
      },
    },
    explanation: {
      en: 'f(shift(x)) = shift(f(x)) is equivariance; f(shift(x)) = f(x) would be invariance.',
      zh: 'f(shift(x)) = shift(f(x)) 是等变；f(shift(x)) = f(x) 才是不变。',
    },
    hints: [
      { en: 'Does the output stay where it was?', zh: '输出停在原处了吗？' },
      {
        en: 'In-variant: without variation. Equi-variant: varying alike.',
        zh: '“不变”：没有变化；“等变”：以同样的方式变化。',
      },
      {
        en: 'Write f(shift(x)) as a formula: is it f(x) or shift(f(x))?',
        zh: '写出 f(shift(x)) 的式子：等于 f(x) 还是 shift(f(x))？',
      },
    ],
  }),

  '03.6': choice({
    title: { en: 'When invariance harms', zh: '平移不变性何时有害' },
    statement: {
      en: 'For which task is a network that does not care **where** in the picture something is a bad choice?',
      zh: '对哪个任务来说，一个不在乎东西在图片中**哪里**的网络是糟糕的选择？',
    },
    name: 'badFor',
    options: {
      cat: { en: 'Is there a cat in the holiday photo?', zh: '度假照片里有没有猫？' },
      street: { en: 'Does the picture contain a street sign?', zh: '图片里有没有路牌？' },
      chess: {
        en: 'Photo of a chess board from above: is white checkmated?',
        zh: '从正上方拍的国际象棋棋盘：白方被将死了吗？',
      },
      texture: { en: 'Is the cloth in the picture woven or knitted?', zh: '图片中的布是机织的还是针织的？' },
    },
    answer: 'chess',
    wrong: {
      cat: {
        en: 'A cat stays a cat in every corner: here invariance helps.',
        zh: '猫在哪个角落都是猫：这里不变性是有益的。',
      },
      street: {
        en: 'The sign may be anywhere, and the answer is the same: here invariance helps.',
        zh: '路牌可以在任何地方，答案都一样：这里不变性是有益的。',
      },
      texture: {
        en: 'A texture looks alike at all places: here invariance helps most.',
        zh: '纹理在各处看起来都一样：这里不变性最有益。',
      },
    },
    explanation: {
      en: 'On a chess board a piece means something else on every square. The prior is an assumption: where it is false, the network cannot represent the answer.',
      zh: '在棋盘上，同一个棋子在每一格的意义都不同。先验是一种假设：假设不成立时，网络就表示不出答案。',
    },
    hints: [
      {
        en: 'In which of the tasks does the answer change when things change places?',
        zh: '在哪个任务里，东西换了位置，答案就会变？',
      },
      {
        en: 'Move the objects of each picture somewhere else, and answer again.',
        zh: '把每张图片里的东西移到别处，再回答一遍。',
      },
      { en: 'One of them is about nothing but places.', zh: '其中有一个任务，关心的全是位置。' },
    ],
  }),

  '03.8': prediction({
    title: { en: 'Where the border breaks it', zh: '边缘在哪里破坏等变性' },
    statement: {
      en: 'A 32 × 32 image is moved around the torus by one column to the right; the layer is a 3 × 3 correlation with **zero** padding 1. Compare f(shift(X)) with shift(f(X)): in how many of the 32 columns do they differ? Say it before you run it.',
      zh: '把一张 32 × 32 的图像在环面上向右移动一列；这一层是 3 × 3 的互相关，**零**填充 1。比较 f(shift(X)) 与 shift(f(X))：32 列中有多少列不同？先猜再跑。',
    },
    name: 'columns',
    outcome: () => {
      const [X, K] = [createRng(0).matrix(32, 32), createRng(1).matrix(3, 3, -1, 1)]
      const { where } = equivarianceError((image) => corr2d(image, K, { padding: 1 }), X, [0, 1])
      return new Set(where.map(([, column]) => column)).size
    },
    solution: `new Set(
  equivarianceError((X) => corr2d(X, createRng(1).matrix(3, 3, -1, 1), { padding: 1 }), createRng(0).matrix(32, 32), [0, 1]).where.map(([, column]) => column),
).size`,
    misconceptions: [
      {
        id: 'none',
        answer: 0,
        message: {
          en: 'That would be circular padding. Zeros outside make the border columns see something else.',
          zh: '那是循环填充的情形。外面的零使边缘的几列看到了别的东西。',
        },
      },
      {
        id: 'all',
        answer: 32,
        message: {
          en: 'In the middle both sides see the same nine pixels. Only what touches the border differs.',
          zh: '在中间，两边看到的是同样的九个像素。只有与边缘相接的部分才不同。',
        },
      },
      {
        id: 'one',
        answer: 1,
        message: {
          en: 'The border is touched in more places: shift(f(X)) carries the old border column into the picture.',
          zh: '受边缘影响的地方不止一列：shift(f(X)) 把原来的边缘列带进了图里。',
        },
      },
      {
        id: 'two',
        answer: 2,
        message: {
          en: 'The outermost columns 0 and 31, yes; but the column that was at the edge before the move is inside now.',
          zh: '最外面的第 0 列和第 31 列，没错；但移动之前在边缘的那一列，现在到了里面。',
        },
      },
    ],
    explanation: {
      en: 'Columns 0, 1 and 31. In f(shift(X)) the columns 0 and 31 touch the zeros; in shift(f(X)) it is those that came from 0 and 31, now 1 and 0.',
      zh: '第 0、1、31 列。在 f(shift(X)) 中，碰到零的是第 0 列和第 31 列；在 shift(f(X)) 中，是原来的第 0 列和第 31 列，现在到了第 1 列和第 0 列。',
    },
    hints: [
      { en: 'Which output columns touch the padding?', zh: '哪些输出列碰到了填充的零？' },
      { en: 'Columns 0 and 31, before the shift and after it.', zh: '第 0 列和第 31 列，移动之前和之后都是。' },
      {
        en: 'Shift the pair {0, 31} by one as well, around the torus; unite both sets.',
        zh: '把 {0, 31} 也在环面上移一格，再取两个集合的并集。',
      },
    ],
  }),
}

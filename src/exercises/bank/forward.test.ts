// The 24 numbers that Stanford's CS231n prints for its example (assignment 2 of 2022), against our reference.
import { expect, it } from 'vitest'
import { forward } from './09-forward.ts'

const printed = [
  -0.08759809, -0.10987781, -0.18387192, -0.2109216, 0.21027089, 0.21661097, 0.22847626, 0.23004637, 0.50813986,
  0.54309974, 0.64082444, 0.67101435, -0.98053589, -1.03143541, -1.19128892, -1.24695841, 0.69108355, 0.66880383,
  0.59480972, 0.56776003, 2.36270298, 2.36904306, 2.38090835, 2.38247847,
]

it('the forward pass gives the numbers of the assignment', () => {
  const exercise = forward['09.6']
  const numbers = exercise.reference(...exercise.examples[0]!).flat(3)
  expect(numbers).toHaveLength(24)
  numbers.forEach((number, index) => {
    expect(number).toBeCloseTo(printed[index]!, 7)
  })
})

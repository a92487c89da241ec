export const MODEL: {readonly scale: number; readonly threshold: number; readonly features: string} = {scale: 40, threshold: 99, features: ''}

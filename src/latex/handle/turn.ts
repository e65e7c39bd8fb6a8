import type { Turn } from '../directions/turn.ts';
import { rawTex, type Tex } from '../tex.ts';

export function handleTurn({ to, ends }: Turn): Tex {
  return rawTex(`\\mdcv${ends ? 'end' : ''}${to}{}`);
}

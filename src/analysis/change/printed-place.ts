export { placeOf, placeOfRate } from '../../domain/printed-place';

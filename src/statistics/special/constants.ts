/** log 2π */
export const LOG_2_PI = 1.8378770664093453;
/** ½ log 2π */
export const HALF_LOG_2_PI = 0.9189385332046728;

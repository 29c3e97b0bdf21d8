export {
  ARTICLE_SECTIONS,
  type Article,
  type ArticleFiles,
  type ArticleFront,
  parseArticle,
} from './parse-article.js';
